package org.zhijian.core.internal.identity;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.zhijian.api.Descriptor;
import org.zhijian.core.access.Caller;
import org.zhijian.core.access.Once;
import org.zhijian.core.access.Refusal;
import org.zhijian.core.access.Violation;
import org.zhijian.core.administration.Administration;
import org.zhijian.core.agencies.Agencies;
import org.zhijian.core.events.Events;
import org.zhijian.core.internal.agency.Grants;
import org.zhijian.core.internal.identity.Accounts.NewAccount;
import org.zhijian.core.internal.modules.Modules;
import org.zhijian.core.internal.settings.Time;
import org.zhijian.core.internal.store.Transactions;
import org.zhijian.core.internal.store.Writes;
import org.zhijian.core.internal.store.entity.AccountEntity;
import org.zhijian.core.internal.store.entity.AgencyGrantEntity;

/** The accounts of other agencies' systems, and what they may. Thread-safe. */
@Component(service = Agencies.class)
public final class AgencyService implements Agencies {
    private static final String CLIENT_ID = "[a-z][a-z0-9-]{2,39}";
    private static final int LONGEST_NAME = 100;

    private final Modules modules;
    private final Administration administration;
    private final Transactions transactions;
    private final Writes writes;
    private final Time time;

    @Activate
    public AgencyService(
            @Reference Modules modules,
            @Reference Administration administration,
            @Reference Transactions transactions,
            @Reference Writes writes,
            @Reference Time time) {
        this.modules = modules;
        this.administration = administration;
        this.transactions = transactions;
        this.writes = writes;
        this.time = time;
    }

    private static void requireOperator(Caller caller) {
        Admission.require(caller);
        if (caller.kind() != Caller.Kind.OPERATOR) {
            throw Refusal.forbidden("仅系统管理员可以管理接入单位");
        }
    }

    private Descriptor require(Caller caller, String jurisdiction) {
        Admission.require(caller);
        Descriptor region = modules.descriptor(jurisdiction).orElseThrow(Refusal::notFound);
        if (!administration.administers(caller, jurisdiction)) {
            throw caller.jurisdiction().equals(jurisdiction) ? Refusal.forbidden("您的账号不能管理接入授权") : Refusal.notFound();
        }
        return region;
    }

    @Override
    public List<Client> clients(Caller caller) {
        requireOperator(caller);
        return transactions.read(em -> em
                .createQuery(
                        "select a from AccountEntity a where a.kind = :agency order by a.loginName",
                        AccountEntity.class)
                .setParameter("agency", Caller.Kind.AGENCY.name())
                .getResultList()
                .stream()
                .map(account -> client(em, account))
                .toList());
    }

    private static Client client(EntityManager em, AccountEntity account) {
        List<Grant> grants = new ArrayList<>();
        for (Grants.Kind kind : Grants.Kind.values()) {
            Grants.of(em, account.id(), kind).forEach(grant -> grants.add(grant(account.loginName(), grant)));
        }
        return new Client(
                account.loginName(), account.displayName(), account.status().equals(Accounts.ACTIVE), grants);
    }

    private static Grant grant(String clientId, AgencyGrantEntity entity) {
        return new Grant(
                clientId, entity.jurisdiction(), Right.valueOf(entity.kind()), entity.objectId(), entity.grantedAt());
    }

    @Override
    public Opened open(Caller caller, Once once, String clientId, String name) {
        requireOperator(caller);
        String id = clientId.strip();
        String called = name.strip();
        String secret = secret();
        String hash = Passwords.hash(secret);
        AtomicBoolean fresh = new AtomicBoolean();
        writes.once(caller, once, "open-agency", List.of(id, called), em -> {
            List<Violation> violations = new ArrayList<>();
            if (!id.matches(CLIENT_ID)) {
                violations.add(Violation.of("clientId", "AGENCY", "接入标识由3至40个小写字母、数字和短横线组成，以字母开头"));
            } else if (new Accounts(em).isTaken(Accounts.ANY_PORTAL, id)) {
                violations.add(Violation.of("clientId", "AGENCY", "该接入标识已被使用"));
            }
            if (called.isEmpty() || called.length() > LONGEST_NAME) {
                violations.add(Violation.of("name", "AGENCY", "请填写接入单位名称，不超过" + LONGEST_NAME + "字"));
            }
            if (!violations.isEmpty()) {
                throw Refusal.invalid(violations);
            }
            String account = new Accounts(em).create(NewAccount.agency(id, called, hash), time.now());
            em.flush();
            AccountEvents.OPENED.append(em, AccountEvents.locked(em, account), time.now(), caller, id);
            fresh.set(true);
            return id;
        });
        return opened(id, fresh.get() ? secret : "");
    }

    /** Nobody types it, so it may be long. */
    private static String secret() {
        return FirstPasswords.random() + FirstPasswords.random() + FirstPasswords.random();
    }

    private Opened opened(String clientId, String secret) {
        return transactions.read(em -> new Opened(client(em, account(em, clientId)), secret));
    }

    private static AccountEntity account(EntityManager em, String clientId) {
        return Grants.agency(em, clientId).orElseThrow(Refusal::notFound);
    }

    private static AccountEntity locked(EntityManager em, String clientId) {
        return AccountEvents.locked(em, account(em, clientId).id());
    }

    @Override
    public Opened renewSecret(Caller caller, Once once, String clientId) {
        String secret = secret();
        String hash = Passwords.hash(secret);
        AtomicBoolean fresh = new AtomicBoolean();
        act(caller, once, "renew-agency-secret", clientId, "", (em, account) -> {
            account.passwordHash(hash);
            new Sessions(em, time.now()).endOthers(account.id(), "");
            AccountEvents.PASSWORD_RESET.append(em, account, time.now(), caller, "");
            fresh.set(true);
        });
        return opened(clientId, fresh.get() ? secret : "");
    }

    @Override
    public Client activate(Caller caller, Once once, String clientId, boolean active) {
        act(caller, once, "activate-agency", clientId, Boolean.toString(active), (em, account) -> {
            account.status(active ? Accounts.ACTIVE : Accounts.DISABLED);
            if (!active) {
                new Sessions(em, time.now()).endOthers(account.id(), "");
            }
            (active ? AccountEvents.ENABLED : AccountEvents.DISABLED).append(em, account, time.now(), caller, "");
        });
        return opened(clientId, "").client();
    }

    private void act(
            Caller caller,
            Once once,
            String name,
            String clientId,
            String argument,
            BiConsumer<EntityManager, AccountEntity> work) {
        requireOperator(caller);
        writes.once(caller, once, name, List.of(clientId, argument), em -> {
            work.accept(em, locked(em, clientId));
            return clientId;
        });
    }

    @Override
    public List<Grant> grants(Caller caller, String jurisdiction) {
        require(caller, jurisdiction);
        return transactions.read(em -> em
                .createQuery(
                        "select a.loginName, g from AgencyGrantEntity g, AccountEntity a where a.id = g.accountId"
                                + " and g.jurisdiction = :jurisdiction order by a.loginName, g.kind, g.objectId",
                        Object[].class)
                .setParameter("jurisdiction", jurisdiction)
                .getResultList()
                .stream()
                .map(row -> grant((String) row[0], (AgencyGrantEntity) row[1]))
                .toList());
    }

    @Override
    public void grant(Caller caller, Once once, String jurisdiction, String clientId, Right right, String object) {
        Descriptor region = require(caller, jurisdiction);
        if (!isKnown(region, right, object)) {
            throw Refusal.notFound();
        }
        change(caller, once, "grant", jurisdiction, clientId, right, object, (em, account) -> {
            if (Grants.enter(em, account.id(), jurisdiction, kind(right), object, time.now())) {
                AccountEvents.GRANTED.append(em, account, time.now(), caller, told(jurisdiction, right, object));
            }
        });
    }

    @Override
    public void revoke(Caller caller, Once once, String jurisdiction, String clientId, Right right, String object) {
        require(caller, jurisdiction);
        change(caller, once, "revoke", jurisdiction, clientId, right, object, (em, account) -> {
            if (Grants.remove(em, account.id(), jurisdiction, kind(right), object)) {
                AccountEvents.REVOKED.append(em, account, time.now(), caller, told(jurisdiction, right, object));
            }
        });
    }

    private void change(
            Caller caller,
            Once once,
            String name,
            String jurisdiction,
            String clientId,
            Right right,
            String object,
            BiConsumer<EntityManager, AccountEntity> work) {
        writes.once(caller, once, name, List.of(jurisdiction, clientId, right.name(), object), em -> {
            work.accept(em, locked(em, clientId));
            return object;
        });
    }

    private static boolean isKnown(Descriptor region, Right right, String object) {
        return switch (right) {
            case FEED ->
                object.equals(Grants.ALL)
                        || Arrays.stream(Events.Kind.values())
                                .anyMatch(kind -> kind.name().equals(object));
            case REGISTER -> region.register(object).isPresent();
            case INTAKE -> region.intake(object).isPresent();
        };
    }

    private static Grants.Kind kind(Right right) {
        return Grants.Kind.valueOf(right.name());
    }

    private static String told(String jurisdiction, Right right, String object) {
        return right.title() + "：" + jurisdiction + "/" + object;
    }
}
