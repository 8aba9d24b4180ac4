package org.zhijian.core.internal.identity;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.zhijian.api.signin.SignInMethod;
import org.zhijian.core.access.Caller;
import org.zhijian.core.access.Refusal;
import org.zhijian.core.identity.QrSignIn;
import org.zhijian.core.identity.Session;
import org.zhijian.core.internal.modules.Modules;
import org.zhijian.core.internal.settings.Time;
import org.zhijian.core.internal.store.Transactions;
import org.zhijian.core.internal.store.entity.AccountEntity;
import org.zhijian.core.internal.store.entity.QrSignInEntity;

/** Sign-ins by scanned codes, in the database alone: phone and screen may speak to different nodes. Thread-safe. */
@Component(service = QrSignIn.class)
public final class QrSignInService implements QrSignIn {
    private static final Duration TO_SCAN = Duration.ofSeconds(120);
    private static final Duration TO_CONFIRM = Duration.ofSeconds(120);
    private static final Duration TO_ENTER = Duration.ofSeconds(30);

    private final Transactions transactions;
    private final Time time;
    private final SignInPolicies policies;
    private final Entrance entrance;
    private final Modules modules;

    @Activate
    public QrSignInService(
            @Reference Transactions transactions,
            @Reference Time time,
            @Reference SignInPolicies policies,
            @Reference Entrance entrance,
            @Reference Modules modules) {
        this.transactions = transactions;
        this.time = time;
        this.policies = policies;
        this.entrance = entrance;
        this.modules = modules;
    }

    @Override
    public Started start(String portal) {
        policies.requireOffered(portal, SignInMethod.QR_CODE);
        String id = Tokens.random();
        String secret = Tokens.random();
        transactions.run(em -> {
            em.createQuery("delete from QrSignInEntity q where q.expiresAt < :old")
                    .setParameter("old", time.now().minus(TO_SCAN).toEpochMilli())
                    .executeUpdate();
            em.persist(new QrSignInEntity(
                    id,
                    portal,
                    Tokens.hash(secret),
                    State.PENDING.name(),
                    time.now().plus(TO_SCAN)));
        });
        return new Started(id, secret, TO_SCAN);
    }

    @Override
    public Progress progress(String id, String secret) {
        return transactions.write(em -> {
            QrSignInEntity code = locked(em, id);
            State state = state(code);
            if (state != State.CONFIRMED || !code.secretHash().equals(Tokens.hash(secret))) {
                return new Progress(state, "");
            }
            String ticket = Tokens.random();
            code.ticketHash(Tokens.hash(ticket));
            return new Progress(state, ticket);
        });
    }

    @Override
    public List<Role> scan(Caller caller, String id) {
        requirePerson(caller);
        return transactions.write(em -> {
            QrSignInEntity code = locked(em, id);
            if (state(code) == State.PENDING) {
                code.state(State.SCANNED.name());
                code.personId(caller.personId());
                code.expiresAt(time.now().plus(TO_CONFIRM));
            } else {
                requireScannedBy(code, caller);
            }
            return roles(em, code);
        });
    }

    /** Accounts that are neither active nor under review are none of the person's roles. */
    private List<Role> roles(EntityManager em, QrSignInEntity code) {
        List<Role> roles = new ArrayList<>(accounts(em, code));
        roles.addAll(new RolesUnderReview(em, modules).of(code.portal(), code.personId()));
        return roles;
    }

    private List<Role> accounts(EntityManager em, QrSignInEntity code) {
        List<AccountEntity> accounts = new Accounts(em)
                .rolesOf(code.portal(), code.personId()).stream()
                        .filter(account -> mayBeChosen(account) || isUnderReview(account))
                        .toList();
        return accounts.stream()
                .map(account -> new Role(
                        account.id(),
                        account.loginName(),
                        Callers.of(em, account, "").displayName(),
                        mayBeChosen(account),
                        isUnderReview(account) ? "待审核" : "",
                        accounts.size() == 1 && mayBeChosen(account)))
                .toList();
    }

    private boolean mayBeChosen(AccountEntity account) {
        return account.status().equals(Accounts.ACTIVE)
                && policies.offers(account.portal(), Caller.Kind.valueOf(account.kind()), SignInMethod.QR_CODE);
    }

    private static boolean isUnderReview(AccountEntity account) {
        return account.status().equals(Accounts.PENDING);
    }

    @Override
    public void confirm(Caller caller, String id, String accountId) {
        requirePerson(caller);
        transactions.run(em -> {
            QrSignInEntity code = locked(em, id);
            requireScannedBy(code, caller);
            boolean registering = new RolesUnderReview(em, modules)
                    .of(code.portal(), code.personId()).stream()
                            .anyMatch(role -> role.accountId().equals(accountId));
            if (registering) {
                throw underReview();
            }
            AccountEntity account = new Accounts(em)
                    .rolesOf(code.portal(), code.personId()).stream()
                            .filter(role -> role.id().equals(accountId))
                            .findFirst()
                            .orElseThrow(() -> Refusal.forbidden("该账号不属于您，不能选择"));
            if (isUnderReview(account)) {
                throw underReview();
            }
            if (!mayBeChosen(account)) {
                throw Refusal.forbidden("该账号不能以此方式登录");
            }
            code.accountId(account.id());
            code.state(State.CONFIRMED.name());
            code.expiresAt(time.now().plus(TO_ENTER));
        });
    }

    private static Refusal underReview() {
        return Refusal.conflict("ACCOUNT_UNDER_REVIEW", "该账号注册待审核，不能选择");
    }

    @Override
    public void cancel(Caller caller, String id) {
        requirePerson(caller);
        transactions.run(em -> {
            QrSignInEntity code = locked(em, id);
            requireScannedBy(code, caller);
            code.state(State.CANCELLED.name());
        });
    }

    @Override
    public Session redeem(String id, String ticket, String address) {
        KnownAccount known = transactions.write(em -> {
            QrSignInEntity code = find(em, id);
            if (code == null
                    || state(code) != State.CONFIRMED
                    || code.ticketHash().isEmpty()
                    || !code.ticketHash().equals(Tokens.hash(ticket))) {
                throw new Refusal(Refusal.Kind.UNAUTHENTICATED, "BAD_TICKET", "登录凭据无效或已过期，请重新扫码");
            }
            code.ticketHash("");
            code.state(State.USED.name());
            return KnownAccount.of(em.find(AccountEntity.class, code.accountId()));
        });
        // Meanwhile the account may have been disabled.
        entrance.requireAdmitted(known, SignInMethod.QR_CODE, address);
        return transactions.write(
                em -> entrance.open(em, AccountEvents.locked(em, known.id()), SignInMethod.QR_CODE, address));
    }

    private State state(QrSignInEntity code) {
        State state = State.valueOf(code.state());
        boolean ends = state == State.PENDING || state == State.SCANNED || state == State.CONFIRMED;
        return ends && !code.expiresAt().isAfter(time.now()) ? State.EXPIRED : state;
    }

    /** Locked until the transaction ends, so that phone and screen take turns; null if there is none. */
    private static QrSignInEntity find(EntityManager em, String id) {
        return Tokens.isOne(id) ? em.find(QrSignInEntity.class, id, LockModeType.PESSIMISTIC_WRITE) : null;
    }

    private static QrSignInEntity locked(EntityManager em, String id) {
        QrSignInEntity code = find(em, id);
        if (code == null) {
            throw Refusal.notFound();
        }
        return code;
    }

    private static void requirePerson(Caller caller) {
        Admission.require(caller);
        if (caller.kind() != Caller.Kind.PERSON) {
            throw Refusal.forbidden("请以个人账号登录后扫码");
        }
    }

    private void requireScannedBy(QrSignInEntity code, Caller caller) {
        State state = state(code);
        if (state == State.SCANNED && code.personId().equals(caller.personId())) {
            return;
        }
        throw switch (state) {
            case EXPIRED -> Refusal.conflict("QR_EXPIRED", "二维码已过期，请刷新后重新扫描");
            case PENDING -> Refusal.conflict("QR_NOT_SCANNED", "请先扫描二维码");
            case SCANNED -> Refusal.conflict("QR_TAKEN", "该二维码已被他人扫描");
            case CONFIRMED, USED -> Refusal.conflict("QR_CONFIRMED", "该二维码已确认登录");
            case CANCELLED -> Refusal.conflict("QR_CANCELLED", "该二维码已取消");
        };
    }
}
