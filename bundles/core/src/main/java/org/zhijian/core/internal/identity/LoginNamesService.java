package org.zhijian.core.internal.identity;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.zhijian.api.OrganisationType;
import org.zhijian.api.check.IdNumber;
import org.zhijian.api.check.OrganisationName;
import org.zhijian.api.check.Uscc;
import org.zhijian.api.directory.Organisation;
import org.zhijian.api.directory.Person;
import org.zhijian.api.notice.Mask;
import org.zhijian.core.access.Refusal;
import org.zhijian.core.access.Violation;
import org.zhijian.core.identity.LoginNames;
import org.zhijian.core.identity.SignIn;
import org.zhijian.core.internal.audit.AuditTrail;
import org.zhijian.core.internal.modules.Modules;
import org.zhijian.core.internal.settings.Time;
import org.zhijian.core.internal.store.Hashes;
import org.zhijian.core.internal.store.Transactions;
import org.zhijian.core.internal.store.entity.AccountEntity;
import org.zhijian.core.internal.store.entity.RegistrationTryEntity;

/** Finds login names again. Thread-safe. */
@Component(service = LoginNames.class)
public final class LoginNamesService implements LoginNames {
    private static final int TRIES = 5;
    private static final Duration SPAN = Duration.ofDays(1);
    private static final String STREAM = "login-names";
    private static final int LONGEST = 200;

    private final Transactions transactions;
    private final Time time;
    private final SignInPolicies policies;
    private final SignIn signIn;
    private final Modules modules;

    @Activate
    public LoginNamesService(
            @Reference Transactions transactions,
            @Reference Time time,
            @Reference SignInPolicies policies,
            @Reference SignIn signIn,
            @Reference Modules modules) {
        this.transactions = transactions;
        this.time = time;
        this.policies = policies;
        this.signIn = signIn;
        this.modules = modules;
    }

    /** What comes of a try that is counted, whatever comes of it. */
    private record Outcome(boolean tooMany, List<Found> found) {}

    @Override
    public List<Found> find(Question question, String address) {
        if (modules.descriptor(question.portal()).isEmpty()
                || !policies.at(question.portal()).forgotten().findsLoginName()) {
            throw Refusal.notFound();
        }
        requireFilled("orgName", question.name(), "请填写单位名称");
        requireFilled("orgCode", question.code(), "请填写统一社会信用代码或组织机构代码");
        signIn.requireCaptcha(question.portal(), question.captcha());
        Outcome outcome = transactions.write(em -> attempt(em, question, address));
        if (outcome.tooMany()) {
            throw new Refusal(Refusal.Kind.TOO_MANY, "TOO_MANY", "今日查询次数已用完，请明日再试或到窗口办理");
        }
        if (outcome.found().isEmpty()) {
            throw Refusal.invalid(Violation.of("orgName", "AUTH-07", "未找到注册信息"));
        }
        return outcome.found();
    }

    private static void requireFilled(String field, String text, String message) {
        if (text.isEmpty() || text.length() > LONGEST) {
            throw Refusal.invalid(Violation.of(field, "AUTH-07", message));
        }
    }

    private Outcome attempt(EntityManager em, Question question, String address) {
        Instant now = time.now();
        if (!counted(em, Hashes.sha256(STREAM + "\n" + question.portal() + "\n" + key(question.code())), now)) {
            return new Outcome(true, List.of());
        }
        List<Found> found = organisation(em, question)
                .map(organisation -> accounts(em, question.portal(), organisation).stream()
                        .map(account -> found(em, question, account))
                        .toList())
                .orElse(List.of());
        Map<String, Object> what = new LinkedHashMap<>();
        what.put("jurisdiction", question.portal());
        what.put("orgCode", question.code().length() <= 20 ? question.code() : "");
        what.put("found", found.size());
        what.put(
                "clear",
                found.stream()
                        .anyMatch(login ->
                                !login.mobile().contains("*") && !login.mobile().isEmpty()));
        AuditTrail.note(em, STREAM, now, "未登录", address, "FIND_LOGIN_NAME", "找回登录名", what);
        return new Outcome(false, found);
    }

    /** The key under which tries are counted: both codes of an organisation are one. */
    private static String key(String code) {
        String clean = code.replaceAll("[\\s-]", "").toUpperCase(java.util.Locale.ROOT);
        return Uscc.orgCodeOf(clean).map(org -> org.replace("-", "")).orElse(clean);
    }

    private static boolean counted(EntityManager em, String id, Instant now) {
        RegistrationTryEntity tries = em.find(RegistrationTryEntity.class, id);
        if (tries == null) {
            tries = new RegistrationTryEntity(id, now);
            em.persist(tries);
        } else if (tries.firstAt().plus(SPAN).isBefore(now)) {
            tries.beginAt(now);
        }
        if (tries.tries() >= TRIES) {
            return false;
        }
        tries.countOne();
        return true;
    }

    private static Optional<Organisation> organisation(EntityManager em, Question question) {
        String code = question.code().toUpperCase(java.util.Locale.ROOT);
        boolean credit = code.replaceAll("[\\s-]", "").length() > 9;
        return new DirectoryView(em)
                .organisationByCode(credit ? code : "", credit ? "" : code)
                .filter(known -> OrganisationName.key(known.name()).equals(OrganisationName.key(question.name())));
    }

    private static List<AccountEntity> accounts(EntityManager em, String portal, Organisation organisation) {
        return em.createQuery(
                        "select a from AccountEntity a where a.portal = :portal and a.organisationId = :organisation"
                                + " and a.status = :active order by a.loginName",
                        AccountEntity.class)
                .setParameter("portal", portal)
                .setParameter("organisation", organisation.id())
                .setParameter("active", Accounts.ACTIVE)
                .getResultList();
    }

    private Found found(EntityManager em, Question question, AccountEntity account) {
        boolean proved = isRegistrant(em, account, IdNumber.normalise(question.identityNumber()));
        String type = modules.descriptor(question.portal()).stream()
                .flatMap(descriptor -> descriptor.organisationTypes().stream())
                .filter(known -> known.code().equals(account.organisationType()))
                .map(OrganisationType::title)
                .findFirst()
                .orElse("");
        String mobile = proved ? account.mobile() : Mask.MOBILE.apply(account.mobile());
        return new Found(type, account.loginName(), mobile);
    }

    /** The person who registered it, or to whom it belongs. */
    private static boolean isRegistrant(EntityManager em, AccountEntity account, String number) {
        if (number.isEmpty()) {
            return false;
        }
        DirectoryView directory = new DirectoryView(em);
        boolean holder = java.util.stream.Stream.of(account.holderId(), account.personId())
                .filter(id -> !id.isEmpty())
                .flatMap(id -> directory.person(id).stream())
                .filter(person -> person.idType() == Person.IdType.ID)
                .anyMatch(person -> person.idNumber().equals(number));
        return holder || account.registrant().equals(number);
    }
}
