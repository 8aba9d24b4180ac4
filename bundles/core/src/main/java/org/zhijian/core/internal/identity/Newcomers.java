package org.zhijian.core.internal.identity;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.zhijian.api.check.IdNumber;
import org.zhijian.api.check.OrgCode;
import org.zhijian.api.check.OrganisationCodes;
import org.zhijian.api.check.OrganisationName;
import org.zhijian.api.check.Uscc;
import org.zhijian.api.directory.Organisation;
import org.zhijian.api.directory.Person;
import org.zhijian.api.notice.SmsTemplate;
import org.zhijian.api.registration.FirstPassword;
import org.zhijian.api.registration.Newcomer;
import org.zhijian.api.registration.Newcomer.Holder;
import org.zhijian.api.registration.Newcomer.Login;
import org.zhijian.api.registration.Registration;
import org.zhijian.core.access.Caller;
import org.zhijian.core.access.Violation;
import org.zhijian.core.internal.outbox.Outbox;
import org.zhijian.core.internal.store.Ids;
import org.zhijian.core.internal.store.entity.AccountEntity;

/**
 * Takes organisations in that register. Name and code are one locked pair over all jurisdictions (CORE-ORG-1 to 3): what is known keeps its data,
 * whoever comes. The subjects of the newcomer are locked by the caller. Not thread-safe.
 */
public final class Newcomers {
    private static final String PAIR = "CORE-ORG-2";
    private static final Pattern LOGIN_NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]{2,39}");

    private static final SmsTemplate OPENED =
            new SmsTemplate("ACCOUNT_OPENED", "开通账号", "您的账号{loginName}已开通，初始密码为{password}，请登录后立即修改。");

    private static final Violation TAKEN = Violation.of("loginName", "AUTH-LOGIN", "该登录名已被使用");

    private final EntityManager em;
    private final DirectoryView directory;
    private final Accounts accounts;

    public Newcomers(EntityManager em) {
        this.em = em;
        this.directory = new DirectoryView(em);
        this.accounts = new Accounts(em);
    }

    /** What forbids that the newcomer gets its accounts at this portal. */
    public List<Violation> problems(String portal, Registration registration, Newcomer newcomer) {
        List<Violation> violations = new ArrayList<>();
        newcomer.organisation().ifPresent(candidate -> violations.addAll(pair(portal, registration, candidate)));
        newcomer.person().ifPresent(candidate -> violations.addAll(document(portal, registration, candidate)));
        Set<String> taken = new HashSet<>();
        for (Login login : newcomer.logins()) {
            problemsOfLogin(portal, login.name()).ifPresent(violations::add);
            if (!taken.add(Newcomer.loginKey(login.name()))) {
                violations.add(TAKEN);
            }
            login.holder().flatMap(this::problemOfHolder).ifPresent(violations::add);
        }
        return violations.stream().distinct().toList();
    }

    private Optional<Violation> problemOfHolder(Holder holder) {
        return directory
                .personByIdNumber(Person.IdType.ID, holder.idNumber())
                .filter(known -> !known.name().equals(holder.name()))
                .map(other -> Violation.of("adminName", "AUTH-03", "姓名与身份证号不一致"));
    }

    /** What forbids that an account gets this login name at this portal. */
    Optional<Violation> problemsOfLogin(String portal, String name) {
        if (name.isEmpty()) {
            return Optional.of(Violation.of("loginName", "REQUIRED", "请填写登录名"));
        }
        if (!LOGIN_NAME.matcher(name).matches()) {
            return Optional.of(Violation.of("loginName", "AUTH-LOGIN", "登录名应为3至40位字母、数字、下划线、连字符或点，以字母或数字开头"));
        }
        return accounts.isTaken(portal, name) ? Optional.of(TAKEN) : Optional.empty();
    }

    /** A document belongs to one name, and to one account at a portal. */
    private List<Violation> document(String portal, Registration registration, Person candidate) {
        Optional<Person> known = known(candidate);
        if (known.filter(person -> !person.name().equals(candidate.name().strip()))
                .isPresent()) {
            return List.of(Violation.of("name", "CORE-PERSON", "姓名与该证件号码登记的姓名不一致"));
        }
        return known.filter(person -> accounts.hasPerson(portal, person.id())).isPresent()
                ? List.of(Violation.of("idNo", "CORE-PERSON", registration.known()))
                : List.of();
    }

    private Optional<Person> known(Person candidate) {
        return directory.personByIdNumber(candidate.idType(), IdNumber.normalise(candidate.idNumber()));
    }

    private List<Violation> pair(String portal, Registration registration, Organisation candidate) {
        Optional<String> codes = OrganisationCodes.problem(candidate.uscc(), candidate.orgCode());
        if (codes.isPresent()) {
            return List.of(Violation.of(candidate.uscc().isEmpty() ? "uscc" : "orgCode", "CORE-ORG-1", codes.get()));
        }
        Optional<Organisation> known = known(candidate);
        if (known.isPresent() && isSame(known.get(), candidate)) {
            return accounts.has(portal, known.get().id())
                    ? List.of(Violation.of("orgName", PAIR, registration.known()))
                    : List.of();
        }
        List<Violation> violations = new ArrayList<>();
        directory
                .organisationByName(candidate.name())
                .filter(bearer -> known.filter(bearer::equals).isEmpty())
                .ifPresent(bearer ->
                        violations.add(locked(registration, "orgName", "该单位名称已与组织机构代码" + codeOf(bearer) + "锁定")));
        known.ifPresent(other -> violations.add(
                locked(registration, "orgCode", "组织机构代码" + codeOf(other) + "已与单位名称“" + other.name() + "”锁定")));
        return violations;
    }

    private static Violation locked(Registration registration, String field, String text) {
        return Violation.of(field, PAIR, registration.locked().isBlank() ? text : registration.locked());
    }

    private Optional<Organisation> known(Organisation candidate) {
        return directory.organisationByCode(candidate.uscc(), candidate.orgCode());
    }

    /** The same name, and no code that contradicts a known one. */
    private static boolean isSame(Organisation known, Organisation candidate) {
        boolean codes = codeOf(known).equals(codeOf(candidate));
        boolean credit = known.uscc().isEmpty()
                || candidate.uscc().isEmpty()
                || known.uscc().equals(Uscc.normalise(candidate.uscc()));
        return codes && credit && OrganisationName.key(known.name()).equals(OrganisationName.key(candidate.name()));
    }

    private static String codeOf(Organisation organisation) {
        return OrganisationCodes.orgCode(organisation.uscc(), organisation.orgCode());
    }

    /** The organisation that a newcomer is, if it is known and has all these login names here: it has been taken in before. */
    public boolean isTakenIn(String portal, Newcomer newcomer) {
        return newcomer.organisation()
                .flatMap(candidate -> known(candidate).filter(known -> isSame(known, candidate)))
                .filter(known -> newcomer.logins().stream().allMatch(login -> accounts.find(portal, login.name())
                        .filter(account -> account.organisationId().equals(known.id()))
                        .isPresent()))
                .isPresent();
    }

    /** Makes the organisation or the person known, if it is not, and opens its accounts. There are no {@link #problems}. */
    public Owner takeIn(
            String portal, Registration registration, Newcomer newcomer, String passwordHash, Caller by, Instant now) {
        boolean sent = registration.password().kind() == FirstPassword.Kind.SENT;
        String password = sent ? FirstPasswords.random() : "";
        String hash = sent ? Passwords.hash(password) : passwordHash;
        Owner owner = newcomer.organisation()
                .map(candidate -> Owner.of(keep(candidate)))
                .orElseGet(() -> Owner.of(keep(newcomer.person().orElseThrow())));
        for (Login login : newcomer.logins()) {
            String id = accounts.create(
                    new Accounts.NewAccount(
                            portal,
                            login.name(),
                            owner.kind(),
                            owner.name(),
                            owner.organisationId(),
                            owner.personId(),
                            Set.of(),
                            login.mobile(),
                            hash,
                            registration.password().mustBeChanged()),
                    now);
            em.flush();
            AccountEntity account = AccountEvents.locked(em, id);
            account.organisationType(login.type());
            account.registrant(IdNumber.normalise(login.registrant()));
            if (sent) {
                Map<String, String> values = Map.of("loginName", login.name(), "password", password);
                Outbox.passingSms(em, now, portal, login.mobile(), OPENED, values, Duration.ofDays(1));
            }
            login.holder().ifPresent(holder -> account.holderId(hold(portal, holder, login.mobile(), now)));
            AccountEvents.OPENED.append(em, account, now, by, registration.title());
        }
        return owner;
    }

    /** Whom new accounts belong to. */
    public record Owner(Caller.Kind kind, String id, String name) {
        static Owner of(Organisation organisation) {
            return new Owner(Caller.Kind.ORGANISATION, organisation.id(), organisation.name());
        }

        static Owner of(Person person) {
            return new Owner(Caller.Kind.PERSON, person.id(), person.name());
        }

        String organisationId() {
            return kind == Caller.Kind.ORGANISATION ? id : "";
        }

        String personId() {
            return kind == Caller.Kind.PERSON ? id : "";
        }
    }

    private Person keep(Person candidate) {
        Optional<Person> known = known(candidate);
        Person kept = new Person(
                known.map(Person::id).orElseGet(Ids::next),
                candidate.name().strip(),
                candidate.idType(),
                IdNumber.normalise(candidate.idNumber()),
                known.map(Person::mobile).filter(mobile -> !mobile.isEmpty()).orElse(candidate.mobile()));
        new DirectoryEditor(em).save(kept);
        em.flush();
        return kept;
    }

    /** The person who holds an account, known from now on and with an account of their own. */
    private String hold(String portal, Holder holder, String mobile, Instant now) {
        Person person = directory
                .personByIdNumber(Person.IdType.ID, holder.idNumber())
                .orElseGet(() -> new Person(Ids.next(), holder.name(), Person.IdType.ID, holder.idNumber(), mobile));
        new DirectoryEditor(em).save(person);
        boolean comesInAlready = accounts.rolesOf(portal, person.id()).stream()
                .anyMatch(account -> account.kind().equals(Caller.Kind.PERSON.name()));
        if (!comesInAlready && !accounts.isTaken(portal, mobile)) {
            accounts.create(
                    Accounts.NewAccount.person(portal, mobile, person, Passwords.hash(FirstPasswords.random())), now);
        }
        return person.id();
    }

    private Organisation keep(Organisation candidate) {
        Optional<Organisation> known = known(candidate);
        Organisation base = known.orElse(candidate);
        Set<String> types = new TreeSet<>(base.types());
        types.addAll(candidate.types());
        Organisation kept = new Organisation(
                known.map(Organisation::id).orElseGet(Ids::next),
                base.name().strip(),
                Uscc.normalise(base.uscc().isEmpty() ? candidate.uscc() : base.uscc()),
                OrgCode.normalise(codeOf(base)),
                types,
                base.regionCode(),
                base.legalRepresentative(),
                base.contactName(),
                base.contactMobile());
        new DirectoryEditor(em).save(kept);
        em.flush();
        return kept;
    }
}
