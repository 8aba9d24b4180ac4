package org.zhijian.core.internal.identity;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.zhijian.core.access.Caller;
import org.zhijian.core.access.Refusal;
import org.zhijian.core.identity.Session;
import org.zhijian.core.identity.SignIn;
import org.zhijian.core.internal.settings.Time;
import org.zhijian.core.internal.store.Transactions;
import org.zhijian.core.internal.store.entity.AccountEntity;
import org.zhijian.core.internal.store.entity.SessionEntity;

/** Accounts and their sessions, in the database alone but for the moment between a call's {@link #caller} and its end. Thread-safe. */
@Component(service = SignIn.class)
public final class SignInService implements SignIn {
    private final Transactions transactions;
    private final Time time;
    private final PasswordCheck check;
    private final PasswordChange change;
    private final CurrentSessions currentSessions = new CurrentSessions();

    @Activate
    public SignInService(@Reference Transactions transactions, @Reference Time time) {
        this.transactions = transactions;
        this.time = time;
        this.check = new PasswordCheck(transactions, time);
        this.change = new PasswordChange(transactions, time, check);
    }

    @Override
    public Session byPassword(String portal, String loginName, String password, String address) {
        return signIn(portal, loginName.strip(), password, address, kind -> kind != Caller.Kind.AGENCY);
    }

    @Override
    public Session byClientSecret(String clientId, String clientSecret, String address) {
        return signIn(Accounts.ANY_PORTAL, clientId.strip(), clientSecret, address, kind -> kind == Caller.Kind.AGENCY);
    }

    private Session signIn(
            String portal, String loginName, String password, String address, Predicate<Caller.Kind> admitted) {
        Optional<KnownAccount> account = transactions
                .read(em -> KnownAccount.find(em, portal, loginName))
                .filter(known -> admitted.test(known.kind()));
        String key = SignInFailures.key(account.map(KnownAccount::portal).orElse(portal), loginName, address);
        if (!check.passes(key, account, password, address)) {
            throw badCredentials();
        }
        KnownAccount known = account.orElseThrow();
        if (!known.active()) {
            transactions.run(em -> noteDisabled(em, known, address));
            throw disabled();
        }
        return transactions.write(em -> begin(em, known, key, address));
    }

    private void noteDisabled(EntityManager em, KnownAccount known, String address) {
        AccountEntity account = AccountEvents.locked(em, known.id());
        AccountEvents.SIGN_IN_FAILED.append(
                em, account, time.now(), "", address, disabled().getMessage());
    }

    /** What was read before the password was compared is looked at again: meanwhile the lock may have fallen, or the password changed. */
    private Session begin(EntityManager em, KnownAccount known, String failureKey, String address) {
        Instant now = time.now();
        AccountEntity account = AccountEvents.locked(em, known.id());
        SignInFailures failures = new SignInFailures(em, now);
        if (failures.isLocked(failureKey)) {
            throw PasswordCheck.locked();
        }
        if (!KnownAccount.of(account).equals(known)) {
            throw badCredentials();
        }
        failures.clear(failureKey);
        String token = Sessions.newToken();
        new Sessions(em, now).begin(account.id(), token);
        Caller caller = Callers.of(em, account, address);
        AccountEvents.SIGNED_IN.append(em, account, now, caller.displayName(), address, "");
        return new Session(token, Sessions.IDLE, currentSessions.remember(caller, Sessions.hash(token)));
    }

    @Override
    public Optional<Caller> caller(String token, String address) {
        record Found(Caller caller, boolean toBeNoted) {}
        Instant now = time.now();
        String tokenHash = Sessions.hash(token);
        Optional<Found> found = transactions.read(em -> {
            Sessions sessions = new Sessions(em, now);
            Optional<SessionEntity> session = sessions.find(tokenHash);
            return session.map(live -> em.find(AccountEntity.class, live.accountId()))
                    .filter(account -> account.status().equals(Accounts.ACTIVE))
                    .map(account ->
                            new Found(Callers.of(em, account, address), sessions.isToBeNoted(session.orElseThrow())));
        });
        if (found.isPresent() && found.get().toBeNoted()) {
            transactions.run(em -> new Sessions(em, now).note(tokenHash));
        }
        return found.map(live -> currentSessions.remember(live.caller(), tokenHash));
    }

    @Override
    public void signOut(String token) {
        transactions.run(em -> new Sessions(em, time.now()).end(Sessions.hash(token)));
    }

    @Override
    public void changePassword(Caller caller, String oldPassword, String newPassword) {
        Admission.requireSignedIn(caller);
        change.apply(caller, currentSessions.of(caller), oldPassword, newPassword);
    }

    private static Refusal badCredentials() {
        return new Refusal(Refusal.Kind.UNAUTHENTICATED, "BAD_CREDENTIALS", "账号或密码错误");
    }

    private static Refusal disabled() {
        return new Refusal(Refusal.Kind.FORBIDDEN, "ACCOUNT_DISABLED", "账号已停用");
    }
}
