package org.zhijian.core.internal.events;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.zhijian.core.access.Caller;
import org.zhijian.core.access.Once;
import org.zhijian.core.access.Page;
import org.zhijian.core.access.Refusal;
import org.zhijian.core.access.Violation;
import org.zhijian.core.events.Events;
import org.zhijian.core.internal.agency.Grants;
import org.zhijian.core.internal.audit.AuditTrail;
import org.zhijian.core.internal.identity.Admission;
import org.zhijian.core.internal.settings.Time;
import org.zhijian.core.internal.store.Cursor;
import org.zhijian.core.internal.store.Json;
import org.zhijian.core.internal.store.Transactions;
import org.zhijian.core.internal.store.Writes;
import org.zhijian.core.internal.store.entity.AccountEntity;
import org.zhijian.core.internal.store.entity.ChangeEntity;

/** The feed of changes and who may follow it. Thread-safe. */
@Component(service = Events.class)
public final class EventService implements Events {
    private static final int MOST_GRANTS = 200;

    private final Transactions transactions;
    private final Writes writes;
    private final Time time;

    @Activate
    public EventService(@Reference Transactions transactions, @Reference Writes writes, @Reference Time time) {
        this.transactions = transactions;
        this.writes = writes;
        this.time = time;
    }

    @Override
    public Page<Change> after(Caller caller, String cursor, int limit) {
        Admission.require(caller);
        if (caller.kind() != Caller.Kind.AGENCY) {
            throw Refusal.forbidden("仅接入单位可以读取变更");
        }
        long after = cursor.isBlank() ? 0 : Cursor.number(Cursor.parts(cursor, 1)[0]);
        int size = Page.limit(limit);
        placeWhatIsCommitted();
        return transactions.read(em -> page(em, grants(em, caller.accountId()), after, size));
    }

    private void placeWhatIsCommitted() {
        if (transactions.read(Feed::isBehind)) {
            while (transactions.write(Feed::giveOut)) {
                Thread.onSpinWait();
            }
        }
    }

    /** The head is read first: all that stands up to it is there for good. */
    private static Page<Change> page(EntityManager em, List<Grant> grants, long after, int size) {
        long head = Feed.head(em);
        if (grants.isEmpty() || head <= after) {
            return new Page<>(List.of(), at(Math.max(head, after)));
        }
        TypedQuery<ChangeEntity> query = em.createQuery(
                        "select c from ChangeEntity c where c.place > :after and c.place <= :head and ("
                                + IntStream.range(0, grants.size())
                                        .mapToObj(i -> granted(grants.get(i), i))
                                        .collect(Collectors.joining(" or "))
                                + ") order by c.place",
                        ChangeEntity.class)
                .setParameter("after", after)
                .setParameter("head", head)
                .setMaxResults(size);
        for (int i = 0; i < grants.size(); i++) {
            Grant grant = grants.get(i);
            if (!grant.jurisdiction().equals(ALL)) {
                query.setParameter("j" + i, grant.jurisdiction());
            }
            if (!grant.kind().equals(ALL)) {
                query.setParameter("k" + i, grant.kind());
            }
        }
        List<ChangeEntity> found = query.getResultList();
        long end = found.size() < size ? head : found.get(size - 1).place();
        return new Page<>(found.stream().map(EventService::change).toList(), at(end));
    }

    private static String granted(Grant grant, int i) {
        String jurisdiction = grant.jurisdiction().equals(ALL) ? "1 = 1" : "c.jurisdiction = :j" + i;
        String kind = grant.kind().equals(ALL) ? "1 = 1" : "c.kind = :k" + i;
        return "(" + jurisdiction + " and " + kind + ")";
    }

    private static String at(long place) {
        return Cursor.of(Long.toString(place));
    }

    private static Change change(ChangeEntity entity) {
        return new Change(
                entity.id(),
                entity.jurisdiction(),
                Kind.valueOf(entity.kind()),
                entity.collection(),
                entity.objectId(),
                entity.action(),
                Json.map(entity.detail()),
                entity.at());
    }

    private static List<Grant> grants(EntityManager em, String accountId) {
        return Grants.of(em, accountId, Grants.Kind.FEED).stream()
                .map(grant -> new Grant(grant.jurisdiction(), grant.objectId()))
                .toList();
    }

    @Override
    public Client grant(Caller caller, Once once, String clientId, List<Grant> grants) {
        requireOperator(caller);
        List<Grant> wanted = grants.stream().distinct().toList();
        wanted.forEach(EventService::check);
        if (wanted.size() > MOST_GRANTS) {
            throw Refusal.invalid(Violation.of("grants", "GRANT", "授权不能超过" + MOST_GRANTS + "条"));
        }
        return writes.once(caller, once, "grant", List.of(clientId, wanted), new TypeReference<Client>() {}, em -> {
            AccountEntity account = account(em, clientId);
            Map<String, Object> detail =
                    Map.of("client", clientId, "before", grants(em, account.id()), "after", wanted);
            Grants.of(em, account.id(), Grants.Kind.FEED).stream()
                    .filter(grant -> !wanted.contains(new Grant(grant.jurisdiction(), grant.objectId())))
                    .forEach(em::remove);
            wanted.forEach(grant ->
                    Grants.enter(em, account.id(), grant.jurisdiction(), Grants.Kind.FEED, grant.kind(), time.now()));
            AuditTrail.note(em, caller, time.now(), "GRANT", "调整接入单位授权", detail);
            return new Client(account.loginName(), account.displayName(), wanted);
        });
    }

    private static void check(Grant grant) {
        boolean known = grant.kind().equals(ALL)
                || Arrays.stream(Kind.values()).anyMatch(kind -> kind.name().equals(grant.kind()));
        if (!known) {
            throw Refusal.invalid(Violation.of("kind", "GRANT", "没有名为“" + grant.kind() + "”的变更类别"));
        }
        if (!grant.jurisdiction().equals(ALL) && !grant.jurisdiction().matches("[a-z][a-z0-9-]{0,59}")) {
            throw Refusal.invalid(Violation.of("jurisdiction", "GRANT", "辖区标识不正确"));
        }
    }

    private static AccountEntity account(EntityManager em, String clientId) {
        return Grants.agency(em, clientId).orElseThrow(Refusal::notFound);
    }

    private static void requireOperator(Caller caller) {
        Admission.require(caller);
        if (caller.kind() != Caller.Kind.OPERATOR) {
            throw Refusal.forbidden("仅系统管理员可以管理接入单位");
        }
    }
}
