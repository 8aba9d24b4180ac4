package org.zhijian.core.internal.identity;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.zhijian.api.check.Mobile;
import org.zhijian.api.check.Verdict;
import org.zhijian.api.notice.Mask;
import org.zhijian.api.signin.MobileChange;
import org.zhijian.core.access.Caller;
import org.zhijian.core.access.Once;
import org.zhijian.core.access.Refusal;
import org.zhijian.core.access.Violation;
import org.zhijian.core.administration.Administration;
import org.zhijian.core.identity.MobileChanges;
import org.zhijian.core.internal.settings.Time;
import org.zhijian.core.internal.store.Ids;
import org.zhijian.core.internal.store.SearchText;
import org.zhijian.core.internal.store.Transactions;
import org.zhijian.core.internal.store.Writes;
import org.zhijian.core.internal.store.entity.AccountEntity;
import org.zhijian.core.internal.store.entity.MobileChangeEntity;

/** Changes of mobile numbers, step by step in the database. Thread-safe. */
@Component(service = MobileChanges.class)
public final class MobileChangeService implements MobileChanges {
    static final String RULE = "AUTH-08";

    private static final String PENDING = "PENDING";
    private static final Duration PROVED_FOR = Duration.ofMinutes(10);
    private static final int OPINION = 500;

    private final Transactions transactions;
    private final Writes writes;
    private final Time time;
    private final SignInPolicies policies;
    private final Administration administration;

    @Activate
    public MobileChangeService(
            @Reference Transactions transactions,
            @Reference Writes writes,
            @Reference Time time,
            @Reference SignInPolicies policies,
            @Reference Administration administration) {
        this.transactions = transactions;
        this.writes = writes;
        this.time = time;
        this.policies = policies;
        this.administration = administration;
    }

    @Override
    public Standing standing(Caller caller) {
        Admission.require(caller);
        return transactions.read(em -> {
            AccountEntity account = em.find(AccountEntity.class, caller.accountId());
            return new Standing(
                    Mask.MOBILE.apply(account.mobile()),
                    policies.at(account.portal()).mobileChange(),
                    pending(em, account.id()).map(change -> Mask.MOBILE.apply(change.newMobile())));
        });
    }

    private static Optional<MobileChangeEntity> pending(EntityManager em, String accountId) {
        return em
                .createQuery(
                        "select c from MobileChangeEntity c where c.accountId = :account and c.state = :state",
                        MobileChangeEntity.class)
                .setParameter("account", accountId)
                .setParameter("state", PENDING)
                .getResultList()
                .stream()
                .findFirst();
    }

    /** The caller's account, locked, if its number may be changed now. */
    private AccountEntity changeable(EntityManager em, Caller caller) {
        AccountEntity account = AccountEvents.locked(em, caller.accountId());
        if (policies.at(account.portal()).mobileChange() == MobileChange.NOT_OFFERED) {
            throw Refusal.forbidden("本系统不提供在线变更手机号码");
        }
        if (account.mobile().isBlank()) {
            throw Refusal.conflict("NO_MOBILE", "您的账号没有登记手机号码，请到窗口办理");
        }
        if (pending(em, account.id()).isPresent()) {
            throw Refusal.conflict("CHANGE_PENDING", "已有待审核的变更申请");
        }
        return account;
    }

    @Override
    public void sendOldCode(Caller caller) {
        Admission.require(caller);
        transactions.run(em -> {
            AccountEntity account = changeable(em, caller);
            send(em, SmsCodes.Purpose.OLD_MOBILE, account, account.mobile());
        });
    }

    private void send(EntityManager em, SmsCodes.Purpose purpose, AccountEntity account, String mobile) {
        if (!new SmsCodes(em, time).send(purpose, account, mobile)) {
            throw new Refusal(Refusal.Kind.TOO_MANY, "TOO_MANY_CODES", "验证码发送过于频繁，请稍后再试");
        }
    }

    @Override
    public String prove(Caller caller, String code) {
        Admission.require(caller);
        Optional<String> proof = transactions.write(em -> {
            AccountEntity account = changeable(em, caller);
            SmsCodes.Outcome outcome = new SmsCodes(em, time)
                    .check(SmsCodes.Purpose.OLD_MOBILE, account.id(), account.mobile(), code.strip());
            if (outcome != SmsCodes.Outcome.RIGHT) {
                return Optional.empty();
            }
            String id = Tokens.random();
            new Challenges(em, time.now())
                    .put(Challenges.Kind.MOBILE_PROOF, id, account.id(), Tokens.hash(account.mobile()), PROVED_FOR);
            return Optional.of(id);
        });
        return proof.orElseThrow(MobileChangeService::wrongCode);
    }

    private static Refusal wrongCode() {
        return Refusal.invalid(Violation.of("code", RULE, "验证码错误或已过期"));
    }

    @Override
    public void sendNewCode(Caller caller, String proof, String newMobile) {
        Admission.require(caller);
        String mobile = Mobile.normalise(newMobile);
        transactions.run(em -> {
            AccountEntity account = changeable(em, caller);
            requireProved(em, account, proof);
            requireNew(account, mobile);
            send(em, SmsCodes.Purpose.NEW_MOBILE, account, mobile);
        });
    }

    private void requireProved(EntityManager em, AccountEntity account, String proof) {
        new Challenges(em, time.now())
                .find(Challenges.Kind.MOBILE_PROOF, proof)
                .filter(proved -> proved.subject().equals(account.id()))
                .filter(proved -> proved.answer().equals(Tokens.hash(account.mobile())))
                .orElseThrow(() -> Refusal.conflict("OLD_MOBILE_NOT_PROVED", "请先验证原手机号码"));
    }

    /** @throws Refusal 422 for what is no number, and for the one that the account has */
    static void requireNew(AccountEntity account, String mobile) {
        if (Mobile.check(mobile) != Verdict.OK) {
            throw Refusal.invalid(Violation.of("mobile", RULE, "手机号码格式不正确"));
        }
        if (mobile.equals(account.mobile())) {
            throw Refusal.invalid(Violation.of("mobile", RULE, "新手机号码与原手机号码相同"));
        }
    }

    @Override
    public boolean change(Caller caller, String proof, String newMobile, String code) {
        Admission.require(caller);
        String mobile = Mobile.normalise(newMobile);
        // The try is counted also if it is wrong, so it must not be rolled back.
        Optional<Boolean> done = transactions.write(em -> {
            AccountEntity account = changeable(em, caller);
            requireProved(em, account, proof);
            requireNew(account, mobile);
            SmsCodes.Outcome outcome =
                    new SmsCodes(em, time).check(SmsCodes.Purpose.NEW_MOBILE, account.id(), mobile, code.strip());
            if (outcome != SmsCodes.Outcome.RIGHT) {
                return Optional.empty();
            }
            new Challenges(em, time.now()).take(Challenges.Kind.MOBILE_PROOF, proof);
            return Optional.of(apply(em, account, mobile, caller));
        });
        return done.orElseThrow(MobileChangeService::wrongCode);
    }

    private boolean apply(EntityManager em, AccountEntity account, String mobile, Caller caller) {
        Instant now = time.now();
        if (policies.at(account.portal()).mobileChange() == MobileChange.AT_ONCE) {
            changeNow(em, account, mobile, caller, now, "");
            return true;
        }
        em.persist(new MobileChangeEntity(
                Ids.next(), account.id(), account.portal(), account.mobile(), mobile, PENDING, now));
        AccountEvents.MOBILE_CHANGE_REQUESTED.append(em, account, now, caller, words(account.mobile(), mobile));
        return false;
    }

    /** Gives an account another number. @param account locked */
    static void changeNow(
            EntityManager em, AccountEntity account, String mobile, Caller by, Instant now, String remark) {
        String words = words(account.mobile(), mobile) + (remark.isBlank() ? "" : "；" + remark);
        account.mobile(mobile);
        AccountEvents.MOBILE_CHANGED.append(em, account, now, by, words);
    }

    private static String words(String before, String after) {
        return (before.isBlank() ? "无" : Mask.MOBILE.apply(before)) + " → " + Mask.MOBILE.apply(after);
    }

    @Override
    public List<Waiting> waiting(Caller caller, String jurisdiction) {
        Administrators.require(administration, caller, jurisdiction);
        return transactions.read(em -> em
                .createQuery(
                        "select c from MobileChangeEntity c where c.jurisdiction = :jurisdiction and c.state = :state"
                                + " order by c.requestedAt, c.id",
                        MobileChangeEntity.class)
                .setParameter("jurisdiction", jurisdiction)
                .setParameter("state", PENDING)
                .getResultList()
                .stream()
                .map(change -> waiting(em, change))
                .toList());
    }

    private static Waiting waiting(EntityManager em, MobileChangeEntity change) {
        AccountEntity account = em.find(AccountEntity.class, change.accountId());
        return new Waiting(
                change.id(),
                account.id(),
                account.loginName(),
                Callers.of(em, account, "").displayName(),
                Mask.MOBILE.apply(change.oldMobile()),
                Mask.MOBILE.apply(change.newMobile()),
                change.requestedAt());
    }

    @Override
    public void decide(Caller caller, Once once, String jurisdiction, String id, boolean approved, String opinion) {
        Administrators.require(administration, caller, jurisdiction);
        String words = opinion.strip();
        if (words.length() > OPINION) {
            throw Refusal.invalid(Violation.of("opinion", RULE, "意见不能超过" + OPINION + "字"));
        }
        if (!approved && words.isEmpty()) {
            throw Refusal.invalid(Violation.of("opinion", RULE, "请填写退回意见"));
        }
        writes.once(caller, once, "decide-mobile-change", List.of(jurisdiction, id, approved, words), em -> {
            MobileChangeEntity change = waitingHere(em, jurisdiction, id);
            Instant now = time.now();
            change.state(approved ? "APPROVED" : "RETURNED");
            change.decidedAt(now);
            change.decidedBy(caller.accountId());
            change.opinion(words);
            AccountEntity account = AccountEvents.locked(em, change.accountId());
            if (approved) {
                changeNow(em, account, change.newMobile(), caller, now, words);
            } else {
                AccountEvents.MOBILE_CHANGE_RETURNED.append(em, account, now, caller, words);
            }
            return "";
        });
    }

    private static MobileChangeEntity waitingHere(EntityManager em, String jurisdiction, String id) {
        MobileChangeEntity change =
                em.find(MobileChangeEntity.class, SearchText.checked(id), LockModeType.PESSIMISTIC_WRITE);
        if (change == null || !change.jurisdiction().equals(jurisdiction)) {
            throw Refusal.notFound();
        }
        if (!change.state().equals(PENDING)) {
            throw Refusal.conflict("ALREADY_DECIDED", "该变更申请已办理");
        }
        return change;
    }
}
