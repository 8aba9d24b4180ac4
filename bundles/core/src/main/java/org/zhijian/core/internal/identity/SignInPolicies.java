package org.zhijian.core.internal.identity;

import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.zhijian.api.signin.SignInMethod;
import org.zhijian.api.signin.SignInPolicy;
import org.zhijian.core.access.Caller;
import org.zhijian.core.access.Refusal;
import org.zhijian.core.internal.modules.Modules;
import org.zhijian.core.internal.settings.Settings;

/**
 * Who may sign in how. A region whose module is gone asks for password and captcha. In a demonstration everybody may come in by the password
 * that everybody knows, without captcha. Thread-safe.
 */
@Component(service = SignInPolicies.class)
public final class SignInPolicies {
    private final Function<String, Optional<SignInPolicy>> regions;
    private final boolean demonstration;

    @Activate
    public SignInPolicies(@Reference Modules modules, @Reference Settings settings) {
        this(portal -> modules.descriptor(portal).map(region -> region.portal().signIn()), settings.demonstration());
    }

    SignInPolicies(Function<String, Optional<SignInPolicy>> regions, boolean demonstration) {
        this.regions = regions;
        this.demonstration = demonstration;
    }

    /** The policy at a portal; that of operators and agencies has no captcha. */
    SignInPolicy at(String portal) {
        boolean none = portal.isBlank() || portal.equals(Accounts.ANY_PORTAL);
        return none
                ? SignInPolicy.PASSWORDS.withoutCaptcha()
                : regions.apply(portal).orElse(SignInPolicy.PASSWORDS);
    }

    boolean demonstration() {
        return demonstration;
    }

    /** True if this kind of account may come in like this. */
    boolean offers(String portal, Caller.Kind kind, SignInMethod method) {
        if (method == SignInMethod.PASSWORD && demonstration) {
            return true;
        }
        Set<SignInMethod> methods =
                switch (kind) {
                    case ORGANISATION -> at(portal).parties();
                    case PERSON -> at(portal).people();
                    case OFFICE -> at(portal).reviewers();
                    case OPERATOR, AGENCY -> Set.of(SignInMethod.PASSWORD);
                    case NOBODY -> Set.of();
                };
        return methods.contains(method);
    }

    /** @throws Refusal 403 if nobody may come in like this at the portal */
    void requireOffered(String portal, SignInMethod method) {
        if (!at(portal).offered().contains(method)) {
            throw notOffered(method);
        }
    }

    static Refusal notOffered(SignInMethod method) {
        return new Refusal(Refusal.Kind.FORBIDDEN, "METHOD_NOT_OFFERED", "本系统不提供" + method.title() + "登录");
    }
}
