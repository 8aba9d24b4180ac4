package org.zhijian.core.internal.cases;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.zhijian.core.access.Caller;
import org.zhijian.core.internal.identity.OfficeAccounts;
import org.zhijian.core.internal.settings.Time;
import org.zhijian.core.internal.store.Storable;
import org.zhijian.core.internal.store.entity.DelegationEntity;
import org.zhijian.core.internal.store.entity.TaskEntity;

/**
 * Who acts for whom today. What lists show may be a quarter of a minute old, so that nobody pays for delegations that hardly ever are; what is
 * decided is checked in the deciding transaction. Thread-safe.
 */
@Component(service = Deputies.class)
public final class Deputies {
    private static final long FRESH_NANOS = Duration.ofSeconds(15).toNanos();
    private static final int NAME_LENGTH = 200;

    /**
     * A caller with the seats from which he acts.
     *
     * @param caller with his own seats and those of the principals
     * @param accounts the accounts whose claims he may treat as his own
     * @param principals for whom he acts, besides himself
     * @param offices those of which he is a member himself
     */
    record Acting(Caller caller, Set<String> accounts, List<Caller> principals, Set<String> offices) {
        static Acting self(Caller caller) {
            return new Acting(caller, Set.of(caller.accountId()), List.of(), caller.offices());
        }

        /** True if a colleague has the task to himself. */
        boolean isTakenByAnother(TaskEntity task, java.time.Instant now) {
            return task.isClaimed(now) && !accounts.contains(task.claimedBy());
        }

        /** The absent colleague whose task it is: given to him alone, or of an office of his; blank if it is the caller's own. */
        String principalOf(TaskEntity task, java.time.Instant now) {
            return principals.stream()
                    .filter(principal -> task.isClaimed(now)
                            ? principal.accountId().equals(task.claimedBy())
                            : CasePolicy.isMine(task, principal) && !offices.contains(task.assigneeId()))
                    .map(Caller::displayName)
                    .findFirst()
                    .orElse("");
        }
    }

    private record Pair(String delegate, Caller principal) {}

    private record Known(long readAt, LocalDate day, List<Pair> pairs) {}

    private final Time time;
    private volatile Known known;

    @Activate
    public Deputies(@Reference Time time) {
        this.time = time;
    }

    /** The caller with all seats from which he may act, for lists and views. */
    Acting everywhere(EntityManager em, Caller caller) {
        if (caller.kind() != Caller.Kind.OFFICE) {
            return Acting.self(caller);
        }
        List<Caller> principals = known(em).pairs().stream()
                .filter(pair -> pair.delegate().equals(caller.accountId()))
                .map(Pair::principal)
                .toList();
        if (principals.isEmpty()) {
            return Acting.self(caller);
        }
        Set<String> offices = new HashSet<>(caller.offices());
        Set<String> accounts = new HashSet<>(Set.of(caller.accountId()));
        principals.forEach(principal -> {
            offices.addAll(principal.offices());
            accounts.add(principal.accountId());
        });
        return new Acting(with(caller, caller.displayName(), offices), accounts, principals, caller.offices());
    }

    /** The caller as he may take this task in hand: by himself, else for an absent colleague; empty if he may not. */
    Optional<Acting> on(EntityManager em, Caller caller, TaskEntity task) {
        if (CasePolicy.isMine(task, caller)) {
            return Optional.of(own(em, caller, task));
        }
        return principals(em, caller).stream()
                .filter(principal -> CasePolicy.isMine(task, principal))
                .findFirst()
                .map(principal -> new Acting(
                        with(caller, bothNames(caller, principal), principal.offices()),
                        Set.of(caller.accountId(), principal.accountId()),
                        List.of(principal),
                        caller.offices()));
    }

    /** A member of the office acts by himself; only what was given to an absent colleague alone he takes in that one's name. */
    private Acting own(EntityManager em, Caller caller, TaskEntity task) {
        Acting self = Acting.self(caller);
        if (!self.isTakenByAnother(task, time.now())) {
            return self;
        }
        return principals(em, caller).stream()
                .filter(principal -> principal.accountId().equals(task.claimedBy()))
                .findFirst()
                .map(principal -> new Acting(
                        with(caller, bothNames(caller, principal), caller.offices()),
                        Set.of(caller.accountId(), principal.accountId()),
                        List.of(principal),
                        caller.offices()))
                .orElse(self);
    }

    private List<Caller> principals(EntityManager em, Caller caller) {
        if (caller.kind() != Caller.Kind.OFFICE) {
            return List.of();
        }
        OfficeAccounts officers = new OfficeAccounts(em);
        return active(em, time.today()).stream()
                .filter(delegation -> delegation.toAccount().equals(caller.accountId()))
                .flatMap(delegation -> officers.byId(delegation.fromAccount()).stream())
                .filter(principal -> principal.jurisdiction().equals(caller.jurisdiction()))
                .toList();
    }

    private static String bothNames(Caller delegate, Caller principal) {
        return Storable.text(NAME_LENGTH, delegate.displayName() + "（代" + principal.displayName() + "）");
    }

    private static Caller with(Caller caller, String name, Set<String> offices) {
        return new Caller(
                caller.kind(),
                caller.accountId(),
                caller.loginName(),
                name,
                caller.jurisdiction(),
                caller.organisationId(),
                caller.personId(),
                offices,
                caller.mustChangePassword(),
                caller.address());
    }

    private Known known(EntityManager em) {
        Known present = known;
        LocalDate today = time.today();
        if (present == null
                || System.nanoTime() - present.readAt() > FRESH_NANOS
                || !present.day().equals(today)) {
            OfficeAccounts officers = new OfficeAccounts(em);
            List<Pair> pairs = active(em, today).stream()
                    .flatMap(delegation -> officers.byId(delegation.fromAccount()).stream()
                            .map(principal -> new Pair(delegation.toAccount(), principal)))
                    .toList();
            present = new Known(System.nanoTime(), today, pairs);
            known = present;
        }
        return present;
    }

    private static List<DelegationEntity> active(EntityManager em, LocalDate today) {
        return em.createQuery(
                        "select d from DelegationEntity d where d.fromDay <= :today and d.toDay >= :today"
                                + " and d.revokedAt is null order by d.createdAt",
                        DelegationEntity.class)
                .setParameter("today", today)
                .getResultList();
    }

    /** Delegations have changed here. */
    void forget() {
        known = null;
    }
}
