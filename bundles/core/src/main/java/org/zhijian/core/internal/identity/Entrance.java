package org.zhijian.core.internal.identity;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.zhijian.api.signin.SignInMethod;
import org.zhijian.core.access.Caller;
import org.zhijian.core.access.Refusal;
import org.zhijian.core.identity.Session;
import org.zhijian.core.internal.settings.Time;
import org.zhijian.core.internal.store.Transactions;
import org.zhijian.core.internal.store.entity.AccountEntity;

/** Lets in whoever has proved to own an account, the same after every way of proving it. Thread-safe. */
@Component(service = Entrance.class)
public final class Entrance {
    private final Transactions transactions;
    private final Time time;
    private final SignInPolicies policies;
    private final CurrentSessions currentSessions = new CurrentSessions();

    @Activate
    public Entrance(@Reference Transactions transactions, @Reference Time time, @Reference SignInPolicies policies) {
        this.transactions = transactions;
        this.time = time;
        this.policies = policies;
    }

    /**
     * Why an account whose owner is known may not come in all the same.
     *
     * @throws Refusal 403 if it is disabled or under review, or its kind may not come in like this; the log of the account tells it
     */
    void requireAdmitted(KnownAccount known, SignInMethod method, String address) {
        Refusal refusal = null;
        if (known.underReview()) {
            refusal = new Refusal(Refusal.Kind.FORBIDDEN, "ACCOUNT_UNDER_REVIEW", "账号注册待审核");
        } else if (!known.active()) {
            refusal = new Refusal(Refusal.Kind.FORBIDDEN, "ACCOUNT_DISABLED", "账号已停用");
        } else if (!policies.offers(known.portal(), known.kind(), method)) {
            refusal = SignInPolicies.notOffered(method);
        }
        if (refusal != null) {
            failed(known, address, method.title() + "：" + refusal.getMessage());
            throw refusal;
        }
    }

    /** Notes a failure in the log of the account. */
    void failed(KnownAccount known, String address, String why) {
        transactions.run(em -> {
            AccountEntity account = AccountEvents.locked(em, known.id());
            AccountEvents.SIGN_IN_FAILED.append(em, account, time.now(), "", address, why);
        });
    }

    /** Opens a session. A reviewer has one at a time. @param account locked */
    Session open(EntityManager em, AccountEntity account, SignInMethod method, String address) {
        Instant now = time.now();
        Sessions sessions = new Sessions(em, now);
        if (account.kind().equals(Caller.Kind.OFFICE.name())) {
            sessions.endOthers(account.id(), "");
        }
        String token = Tokens.random();
        sessions.begin(account.id(), token);
        Caller caller = Callers.of(em, account, address);
        AccountEvents.SIGNED_IN.append(em, account, now, caller.displayName(), address, method.title());
        return new Session(token, Sessions.IDLE, remember(caller, Tokens.hash(token)));
    }

    /** Remembers which session a caller was made from. */
    Caller remember(Caller caller, String tokenHash) {
        return currentSessions.remember(caller, tokenHash);
    }

    /** Hash of the token of the caller's session. */
    String sessionOf(Caller caller) {
        return currentSessions.of(caller);
    }
}
