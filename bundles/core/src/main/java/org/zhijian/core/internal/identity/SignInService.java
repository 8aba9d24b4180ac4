package org.zhijian.core.internal.identity;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.zhijian.api.signin.SignInMethod;
import org.zhijian.core.access.Caller;
import org.zhijian.core.access.Refusal;
import org.zhijian.core.identity.Captcha;
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
    private final SignInPolicies policies;
    private final Entrance entrance;
    private final Captchas captchas;
    private final CodeSignIn codes;
    private final PasswordCheck check;
    private final PasswordChange change;

    @Activate
    public SignInService(
            @Reference Transactions transactions,
            @Reference Time time,
            @Reference SignInPolicies policies,
            @Reference Entrance entrance) {
        this.transactions = transactions;
        this.time = time;
        this.policies = policies;
        this.entrance = entrance;
        this.captchas = new Captchas(transactions, time);
        this.codes = new CodeSignIn(transactions, time, policies, entrance);
        this.check = new PasswordCheck(transactions, time);
        this.change = new PasswordChange(transactions, time, check);
    }

    @Override
    public Captcha captcha() {
        return captchas.draw();
    }

    @Override
    public void requireCaptcha(String portal, Captcha.Answer captcha) {
        captchas.require(
                captcha, !policies.demonstration() && policies.at(portal).captcha());
    }

    @Override
    public Session byPassword(
            String portal, String loginName, String password, Captcha.Answer captcha, String address) {
        String login = loginName.strip();
        captchas.require(captcha, needsCaptcha(portal, login));
        return signIn(portal, login, password, address, kind -> kind != Caller.Kind.AGENCY);
    }

    /** Where the region says so, and for names that fail from many addresses: those are guessed at, and must not be locked. */
    private boolean needsCaptcha(String portal, String login) {
        return !policies.demonstration()
                && (policies.at(portal).captcha()
                        || isGuessedAt(portal, login)
                        || isGuessedAt(Accounts.ANY_PORTAL, login));
    }

    private boolean isGuessedAt(String portal, String login) {
        String key = SignInFailures.everywhere(portal, login);
        return transactions.read(em -> new SignInFailures(em, time.now()).isLocked(key));
    }

    @Override
    public void sendCode(String portal, String loginName, Captcha.Answer captcha, String address) {
        codes.requireOffered(portal);
        captchas.require(
                captcha, !policies.demonstration() && policies.at(portal).captcha());
        codes.send(portal, loginName.strip(), address);
    }

    @Override
    public Session byCode(String portal, String loginName, String code, String address) {
        codes.requireOffered(portal);
        return codes.signIn(portal, loginName.strip(), code.strip(), address);
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
        PasswordCheck.Attempt attempt =
                new PasswordCheck.Attempt(account.map(KnownAccount::portal).orElse(portal), loginName, address);
        if (!check.passes(attempt, account, password)) {
            throw badCredentials();
        }
        KnownAccount known = account.orElseThrow();
        entrance.requireAdmitted(known, SignInMethod.PASSWORD, address);
        return transactions.write(em -> begin(em, known, attempt));
    }

    /** What was read before the password was compared is looked at again: meanwhile the lock may have fallen, or the password changed. */
    private Session begin(EntityManager em, KnownAccount known, PasswordCheck.Attempt attempt) {
        AccountEntity account = AccountEvents.locked(em, known.id());
        check.succeed(em, attempt);
        if (!KnownAccount.of(account).equals(known)) {
            throw badCredentials();
        }
        return entrance.open(em, account, SignInMethod.PASSWORD, attempt.address());
    }

    @Override
    public Optional<Caller> caller(String token, String address) {
        record Found(Caller caller, boolean toBeNoted) {}
        Instant now = time.now();
        String tokenHash = Tokens.hash(token);
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
        return found.map(live -> entrance.remember(live.caller(), tokenHash));
    }

    @Override
    public void signOut(String token) {
        transactions.run(em -> new Sessions(em, time.now()).end(Tokens.hash(token)));
    }

    @Override
    public void changePassword(Caller caller, String oldPassword, String newPassword) {
        Admission.requireSignedIn(caller);
        change.apply(caller, entrance.sessionOf(caller), oldPassword, newPassword);
    }

    static Refusal badCredentials() {
        return new Refusal(Refusal.Kind.UNAUTHENTICATED, "BAD_CREDENTIALS", "账号或密码错误");
    }
}
