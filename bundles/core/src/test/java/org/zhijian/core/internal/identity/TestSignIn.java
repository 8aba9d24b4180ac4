package org.zhijian.core.internal.identity;

import java.util.Optional;
import org.zhijian.api.signin.SignInPolicy;
import org.zhijian.core.identity.SignIn;
import org.zhijian.core.internal.settings.Time;
import org.zhijian.core.internal.store.Transactions;

/** Signing in for tests of something else: passwords alone. */
public final class TestSignIn {
    private TestSignIn() {}

    public static SignIn of(Transactions transactions, Time time) {
        SignInPolicies policies =
                new SignInPolicies(any -> Optional.of(SignInPolicy.PASSWORDS.withoutCaptcha()), false);
        Entrance entrance = new Entrance(transactions, time, policies);
        return new SignInService(transactions, time, policies, entrance);
    }
}
