package org.zhijian.core.internal.cases;

import java.time.LocalDate;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.zhijian.core.access.Caller;
import org.zhijian.core.access.Once;
import org.zhijian.core.access.Refusal;
import org.zhijian.core.access.Violation;
import org.zhijian.core.cases.Colleague;
import org.zhijian.core.cases.Delegation;
import org.zhijian.core.cases.Delegations;
import org.zhijian.core.internal.identity.AccountEvents;
import org.zhijian.core.internal.identity.Admission;
import org.zhijian.core.internal.identity.OfficeAccounts;
import org.zhijian.core.internal.settings.Time;
import org.zhijian.core.internal.store.Ids;
import org.zhijian.core.internal.store.Transactions;
import org.zhijian.core.internal.store.Writes;
import org.zhijian.core.internal.store.entity.DelegationEntity;

/** Delegations as officers give and revoke them; both stand in the log of the principal's account. Thread-safe. */
@Component(service = Delegations.class)
public final class DelegationService implements Delegations {
    private static final int MOST = 100;
    private static final int LONGEST_DAYS = 366;

    private final Transactions transactions;
    private final Writes writes;
    private final Time time;
    private final Deputies deputies;

    @Activate
    public DelegationService(
            @Reference Transactions transactions,
            @Reference Writes writes,
            @Reference Time time,
            @Reference Deputies deputies) {
        this.transactions = transactions;
        this.writes = writes;
        this.time = time;
        this.deputies = deputies;
    }

    @Override
    public Delegation delegate(Caller caller, Once once, String loginName, LocalDate from, LocalDate to) {
        requireOfficer(caller);
        if (from.isBefore(time.today())) {
            throw Refusal.invalid(Violation.of("from", "DELEGATION", "起始日期不能早于今天"));
        }
        if (to.isBefore(from) || to.isAfter(from.plusDays(LONGEST_DAYS))) {
            throw Refusal.invalid(Violation.of("to", "DELEGATION", "截止日期应不早于起始日期，且不超过一年"));
        }
        List<String> identity = List.of(loginName, from.toString(), to.toString());
        String id = writes.once(caller, once, "delegate", identity, em -> {
            Caller delegate = new OfficeAccounts(em)
                    .find(caller.jurisdiction(), loginName.strip())
                    .filter(officer -> !officer.accountId().equals(caller.accountId()))
                    .orElseThrow(() -> Refusal.invalid(Violation.of("delegate", "DELEGATION", "请选择代办人员")));
            DelegationEntity entity = new DelegationEntity(
                    Ids.next(),
                    caller.jurisdiction(),
                    caller.accountId(),
                    caller.displayName(),
                    delegate.accountId(),
                    delegate.displayName(),
                    from,
                    to,
                    time.now());
            em.persist(entity);
            AccountEvents.DELEGATED.append(em, caller, time.now(), delegate.displayName() + "，" + from + "至" + to);
            return entity.id();
        });
        deputies.forget();
        return one(caller, id);
    }

    @Override
    public Delegation revoke(Caller caller, Once once, String id) {
        requireOfficer(caller);
        writes.once(caller, once, "revokeDelegation", List.of(id), em -> {
            DelegationEntity entity = em.find(DelegationEntity.class, id);
            if (entity == null || !entity.fromAccount().equals(caller.accountId())) {
                throw Refusal.notFound();
            }
            if (entity.revokedAt() == null) {
                entity.revokedAt(time.now());
                AccountEvents.DELEGATION_REVOKED.append(em, caller, time.now(), entity.toName());
            }
            return id;
        });
        deputies.forget();
        return one(caller, id);
    }

    @Override
    public List<Delegation> list(Caller caller) {
        Admission.require(caller);
        return transactions.read(em -> em
                .createQuery(
                        "select d from DelegationEntity d where d.fromAccount = :account or d.toAccount = :account"
                                + " order by d.createdAt desc, d.id desc",
                        DelegationEntity.class)
                .setParameter("account", caller.accountId())
                .setMaxResults(MOST)
                .getResultList()
                .stream()
                .map(entity -> view(caller, entity))
                .toList());
    }

    @Override
    public List<Colleague> candidates(Caller caller) {
        requireOfficer(caller);
        return transactions.read(em -> new OfficeAccounts(em)
                .all(caller.jurisdiction()).stream()
                        .filter(officer -> !officer.accountId().equals(caller.accountId()))
                        .map(AssignmentService::colleague)
                        .toList());
    }

    private Delegation one(Caller caller, String id) {
        return transactions.read(em -> view(caller, em.find(DelegationEntity.class, id)));
    }

    private Delegation view(Caller caller, DelegationEntity entity) {
        LocalDate today = time.today();
        boolean active =
                entity.revokedAt() == null && !today.isBefore(entity.fromDay()) && !today.isAfter(entity.toDay());
        return new Delegation(
                entity.id(),
                entity.fromName(),
                entity.toName(),
                entity.fromDay(),
                entity.toDay(),
                entity.revokedAt(),
                active,
                entity.fromAccount().equals(caller.accountId()));
    }

    private static void requireOfficer(Caller caller) {
        Admission.require(caller);
        if (caller.kind() != Caller.Kind.OFFICE) {
            throw Refusal.forbidden("只有机构账号可以委托代办");
        }
    }
}
