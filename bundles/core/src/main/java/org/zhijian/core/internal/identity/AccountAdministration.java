package org.zhijian.core.internal.identity;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.zhijian.api.Descriptor;
import org.zhijian.api.OrganisationType;
import org.zhijian.api.check.Mobile;
import org.zhijian.api.directory.Office;
import org.zhijian.api.directory.Organisation;
import org.zhijian.api.notice.Mask;
import org.zhijian.api.signin.Forgotten;
import org.zhijian.core.access.Caller;
import org.zhijian.core.access.Once;
import org.zhijian.core.access.Page;
import org.zhijian.core.access.Refusal;
import org.zhijian.core.access.Violation;
import org.zhijian.core.administration.Administration;
import org.zhijian.core.internal.cases.CasePolicy;
import org.zhijian.core.internal.modules.Modules;
import org.zhijian.core.internal.settings.Time;
import org.zhijian.core.internal.store.Cursor;
import org.zhijian.core.internal.store.SearchText;
import org.zhijian.core.internal.store.Transactions;
import org.zhijian.core.internal.store.Writes;
import org.zhijian.core.internal.store.entity.AccountEntity;
import org.zhijian.core.internal.store.entity.UsbKeyEntity;

/** Accounts as those see them who administer a region. Thread-safe. */
@Component(service = Administration.class)
public final class AccountAdministration implements Administration {
    private static final String RULE = "AUTH-ADMIN";
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_REASON = 200;

    private final Transactions transactions;
    private final Writes writes;
    private final Time time;
    private final Modules modules;

    @Activate
    public AccountAdministration(
            @Reference Transactions transactions,
            @Reference Writes writes,
            @Reference Time time,
            @Reference Modules modules) {
        this.transactions = transactions;
        this.writes = writes;
        this.time = time;
        this.modules = modules;
    }

    @Override
    public boolean administers(Caller caller, String jurisdiction) {
        return !caller.mustChangePassword()
                && (caller.kind() == Caller.Kind.OPERATOR
                        || caller.jurisdiction().equals(jurisdiction)
                                && CasePolicy.oversees(modules.descriptor(jurisdiction), caller));
    }

    private Descriptor require(Caller caller, String jurisdiction) {
        Admission.require(caller);
        Descriptor descriptor = modules.descriptor(jurisdiction).orElseThrow(Refusal::notFound);
        if (administers(caller, jurisdiction)) {
            return descriptor;
        }
        throw caller.jurisdiction().equals(jurisdiction) ? Refusal.forbidden("您的账号不能管理账号") : Refusal.notFound();
    }

    @Override
    public List<OfficeLine> offices(Caller caller, String jurisdiction) {
        Descriptor descriptor = require(caller, jurisdiction);
        Map<String, Integer> members = new HashMap<>();
        transactions.read(em -> {
            em.createQuery(
                            "select a.offices from AccountEntity a where a.portal = :portal and a.offices <> ''"
                                    + " and a.status = :active",
                            String.class)
                    .setParameter("portal", jurisdiction)
                    .setParameter("active", Accounts.ACTIVE)
                    .getResultList()
                    .forEach(offices -> ids(offices).forEach(id -> members.merge(id, 1, Integer::sum)));
            return null;
        });
        return descriptor.offices().stream()
                .map(office -> new OfficeLine(
                        office.id(), office.name(), office.level().title(), members.getOrDefault(office.id(), 0)))
                .toList();
    }

    private static List<String> ids(String offices) {
        return Arrays.stream(offices.split(",")).filter(id -> !id.isEmpty()).toList();
    }

    @Override
    public Page<AccountLine> accounts(Caller caller, String jurisdiction, Query query) {
        Descriptor descriptor = require(caller, jurisdiction);
        int size = Page.limit(query.limit());
        StringBuilder jpql = new StringBuilder("select a from AccountEntity a where a.portal = :portal");
        query.kind().ifPresent(kind -> jpql.append(" and a.kind = :kind"));
        jpql.append(query.office().isBlank() ? "" : " and concat(concat(',', a.offices), ',') like :office escape '!'");
        jpql.append(
                query.text().isBlank()
                        ? ""
                        : " and (lower(a.loginName) like :text escape '!' or lower(a.displayName) like :text escape '!'"
                                + " or a.organisationId in (select o.id from OrganisationEntity o"
                                + " where lower(o.name) like :text escape '!'))");
        jpql.append(query.cursor().isBlank() ? "" : " and a.loginName > :after").append(" order by a.loginName");
        return transactions.read(em -> {
            TypedQuery<AccountEntity> found =
                    em.createQuery(jpql.toString(), AccountEntity.class).setParameter("portal", jurisdiction);
            query.kind().ifPresent(kind -> found.setParameter("kind", kind.name()));
            if (!query.office().isBlank()) {
                String office = SearchText.contained("," + query.office() + ",");
                found.setParameter("office", office);
            }
            if (!query.text().isBlank()) {
                found.setParameter("text", SearchText.contained(query.text()));
            }
            if (!query.cursor().isBlank()) {
                found.setParameter("after", SearchText.checked(Cursor.parts(query.cursor(), 1)[0]));
            }
            List<AccountEntity> accounts = found.setMaxResults(size + 1).getResultList();
            List<AccountLine> lines = accounts.stream()
                    .limit(size)
                    .map(account -> line(em, descriptor, account))
                    .toList();
            return new Page<>(
                    lines,
                    accounts.size() > size ? Cursor.of(lines.get(size - 1).loginName()) : "");
        });
    }

    private AccountLine line(EntityManager em, Descriptor descriptor, AccountEntity account) {
        Names names = new Names(em);
        List<String> officeIds = ids(account.offices());
        Map<String, String> offices = names.offices(officeIds);
        String name = account.organisationId().isEmpty()
                ? names.person(account.personId()).orElse(account.displayName())
                : names.organisation(account.organisationId()).orElse(account.displayName());
        List<String> officeNames = officeIds.stream()
                .map(office -> offices.getOrDefault(office, office))
                .toList();
        return new AccountLine(
                account.id(),
                account.loginName(),
                Caller.Kind.valueOf(account.kind()),
                name.isEmpty() ? String.join("、", officeNames) : name,
                account.organisationId(),
                descriptor.organisationTypes().stream()
                        .filter(type -> type.code().equals(account.organisationType()))
                        .map(OrganisationType::title)
                        .findFirst()
                        .orElse(""),
                officeNames,
                officeIds,
                Mask.MOBILE.apply(account.mobile()),
                new UsbKeys(em).boundTo(account.id()).map(UsbKeyEntity::serial).orElse(""),
                status(em, account),
                account.mustChangePassword(),
                account.createdAt());
    }

    private Status status(EntityManager em, AccountEntity account) {
        if (!account.status().equals(Accounts.ACTIVE)) {
            return Status.DISABLED;
        }
        SignInFailures failures = new SignInFailures(em, time.now());
        return lockKeys(em, account).stream().anyMatch(failures::isLocked) ? Status.LOCKED : Status.ACTIVE;
    }

    /** Under which failures of this account may be counted: by the addresses that its log names of late. */
    private Set<String> lockKeys(EntityManager em, AccountEntity account) {
        List<String> addresses = em.createQuery(
                        "select distinct e.address from EventEntity e where e.stream = :account"
                                + " and e.action = :failed and e.at > :since",
                        String.class)
                .setParameter("account", account.id())
                .setParameter("failed", AccountEvents.SIGN_IN_FAILED.name())
                .setParameter("since", time.now().minusSeconds(3600).toEpochMilli())
                .getResultList();
        Set<String> keys = addresses.stream()
                .map(address -> SignInFailures.key(account.portal(), account.loginName(), address))
                .collect(Collectors.toCollection(TreeSet::new));
        keys.add(SignInFailures.key(account.portal(), account.loginName(), "*"));
        return keys;
    }

    @Override
    public AccountLine account(Caller caller, String jurisdiction, String id) {
        Descriptor descriptor = require(caller, jurisdiction);
        return transactions.read(em -> {
            AccountEntity account = em.find(AccountEntity.class, SearchText.checked(id));
            if (account == null || !account.portal().equals(jurisdiction)) {
                throw Refusal.notFound();
            }
            return line(em, descriptor, account);
        });
    }

    @Override
    public Issued open(Caller caller, Once once, String jurisdiction, NewAccount wanted) {
        Descriptor descriptor = require(caller, jurisdiction);
        String password = FirstPasswords.random();
        String hash = Passwords.hash(password);
        AtomicBoolean fresh = new AtomicBoolean();
        List<?> identity = List.of(
                jurisdiction,
                wanted.loginName(),
                wanted.name(),
                wanted.organisationId(),
                new TreeSet<>(wanted.offices()),
                wanted.mobile());
        String id = writes.once(caller, once, "open-account", identity, em -> {
            fresh.set(true);
            return open(em, caller, descriptor, wanted, hash);
        });
        return new Issued(account(caller, jurisdiction, id), fresh.get() ? password : "");
    }

    private String open(EntityManager em, Caller caller, Descriptor descriptor, NewAccount wanted, String hash) {
        List<Violation> violations = new ArrayList<>(new Newcomers(em)
                .problemsOfLogin(descriptor.id(), wanted.loginName()).stream().toList());
        String mobile = Mobile.normalise(wanted.mobile());
        if (!mobile.isEmpty() && !Mobile.check(mobile).accepted()) {
            violations.add(Violation.of("mobile", "VAL-MOBILE", "手机号码格式不正确"));
        }
        boolean ofOrganisation = !wanted.organisationId().isBlank();
        if (ofOrganisation == !wanted.offices().isEmpty()) {
            violations.add(Violation.of("offices", RULE, "请选择单位或者机构之一"));
        }
        requireOffices(descriptor, wanted.offices(), violations);
        if (!ofOrganisation && (wanted.name().isEmpty() || wanted.name().length() > LONGEST_NAME)) {
            violations.add(Violation.of("name", RULE, "请填写姓名，不超过" + LONGEST_NAME + "字"));
        }
        if (ofOrganisation && !new Accounts(em).has(descriptor.id(), wanted.organisationId())) {
            violations.add(Violation.of("organisationId", RULE, "未找到该单位"));
        }
        if (!violations.isEmpty()) {
            throw Refusal.invalid(violations);
        }
        String name = ofOrganisation
                ? new DirectoryView(em)
                        .organisation(wanted.organisationId())
                        .map(Organisation::name)
                        .orElseThrow(Refusal::notFound)
                : wanted.name();
        String id = new Accounts(em)
                .create(
                        new Accounts.NewAccount(
                                descriptor.id(),
                                wanted.loginName(),
                                ofOrganisation ? Caller.Kind.ORGANISATION : Caller.Kind.OFFICE,
                                name,
                                wanted.organisationId(),
                                "",
                                wanted.offices(),
                                mobile,
                                hash,
                                true),
                        time.now());
        em.flush();
        AccountEvents.OPENED.append(em, AccountEvents.locked(em, id), time.now(), caller, "");
        return id;
    }

    private static void requireOffices(Descriptor descriptor, Set<String> offices, List<Violation> violations) {
        Set<String> known = descriptor.offices().stream().map(Office::id).collect(Collectors.toSet());
        if (!known.containsAll(offices)) {
            violations.add(Violation.of("offices", RULE, "所选机构不属于本系统"));
        }
    }

    @Override
    public AccountLine disable(Caller caller, Once once, String jurisdiction, String id, String reason) {
        String said = reason.strip();
        if (said.length() > LONGEST_REASON) {
            throw Refusal.invalid(Violation.of("reason", RULE, "原因不能超过" + LONGEST_REASON + "字"));
        }
        return act(caller, once, "disable-account", jurisdiction, id, List.of(said), (em, account) -> {
            requireOther(caller, account, "不能停用本人的账号");
            account.status(Accounts.DISABLED);
            endSessions(em, account);
            AccountEvents.DISABLED.append(em, account, time.now(), caller, said);
        });
    }

    @Override
    public AccountLine enable(Caller caller, Once once, String jurisdiction, String id) {
        return act(caller, once, "enable-account", jurisdiction, id, List.of(), (em, account) -> {
            account.status(Accounts.ACTIVE);
            AccountEvents.ENABLED.append(em, account, time.now(), caller, "");
        });
    }

    @Override
    public AccountLine unlock(Caller caller, Once once, String jurisdiction, String id) {
        return act(caller, once, "unlock-account", jurisdiction, id, List.of(), (em, account) -> {
            endLock(em, account);
            AccountEvents.UNLOCKED.append(em, account, time.now(), caller, "");
        });
    }

    private void endLock(EntityManager em, AccountEntity account) {
        SignInFailures failures = new SignInFailures(em, time.now());
        lockKeys(em, account).forEach(failures::clear);
    }

    private void endSessions(EntityManager em, AccountEntity account) {
        new Sessions(em, time.now()).endOthers(account.id(), "");
    }

    @Override
    public Issued resetPassword(Caller caller, Once once, String jurisdiction, String id) {
        Forgotten rule = require(caller, jurisdiction).portal().signIn().forgotten();
        String password = rule.initialPassword().isBlank() ? FirstPasswords.random() : rule.initialPassword();
        String hash = Passwords.hash(password);
        AtomicBoolean fresh = new AtomicBoolean();
        AccountLine line = act(caller, once, "reset-password", jurisdiction, id, List.of(), (em, account) -> {
            requireOther(caller, account, "请在“账号”中修改本人的密码");
            fresh.set(!rule.sent());
            if (rule.sent()) {
                PasswordResets.send(em, account, account.mobile(), password, time.now());
            }
            PasswordResets.replace(em, account, hash, time.now());
            endLock(em, account);
            AccountEvents.PASSWORD_RESET.append(em, account, time.now(), caller, "");
        });
        return new Issued(line, fresh.get() ? password : "");
    }

    @Override
    public AccountLine assign(Caller caller, Once once, String jurisdiction, String id, Set<String> offices) {
        Descriptor descriptor = require(caller, jurisdiction);
        String joined = String.join(",", new TreeSet<>(offices));
        return act(caller, once, "assign-offices", jurisdiction, id, List.of(joined), (em, account) -> {
            requireOther(caller, account, "不能调整本人所属的机构");
            List<Violation> violations = new ArrayList<>();
            if (!account.kind().equals(Caller.Kind.OFFICE.name()) || offices.isEmpty()) {
                violations.add(Violation.of("offices", RULE, "机构人员至少属于一个机构"));
            }
            requireOffices(descriptor, offices, violations);
            if (!violations.isEmpty()) {
                throw Refusal.invalid(violations);
            }
            account.offices(joined);
            AccountEvents.OFFICES_CHANGED.append(em, account, time.now(), caller, joined);
        });
    }

    private static void requireOther(Caller caller, AccountEntity account, String text) {
        if (account.id().equals(caller.accountId())) {
            throw Refusal.conflict("OWN_ACCOUNT", text);
        }
    }

    /** One act on an account of the jurisdiction, which is locked. */
    private AccountLine act(
            Caller caller,
            Once once,
            String name,
            String jurisdiction,
            String id,
            List<?> arguments,
            BiConsumer<EntityManager, AccountEntity> work) {
        require(caller, jurisdiction);
        writes.once(caller, once, name, List.of(jurisdiction, id, arguments), em -> {
            AccountEntity account = AccountEvents.locked(em, SearchText.checked(id));
            if (account == null || !account.portal().equals(jurisdiction)) {
                throw Refusal.notFound();
            }
            work.accept(em, account);
            return id;
        });
        return account(caller, jurisdiction, id);
    }
}
