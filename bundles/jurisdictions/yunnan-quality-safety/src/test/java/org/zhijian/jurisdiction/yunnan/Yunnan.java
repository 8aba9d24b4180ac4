package org.zhijian.jurisdiction.yunnan;

import static org.zhijian.api.Demonstration.idOf;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.zhijian.api.chain.Decision;
import org.zhijian.api.directory.Employment;
import org.zhijian.api.directory.Person;
import org.zhijian.api.procedure.Finding;
import org.zhijian.testkit.Rehearsal;
import org.zhijian.testkit.TestFacts;
import org.zhijian.testkit.TestMessage;
import org.zhijian.testkit.TestWorld;

/** The demonstration's world and the usual messages and forms in it, for the tests of the rules. */
final class Yunnan {
    static final LocalDate TODAY = TestFacts.TODAY;
    static final String HZ1 = "5301022607010101-HZ-001";
    static final String HZ2 = "5301022607010101-HZ-002";
    static final String HJ1 = "5301022607010101-HJ-001";

    final TestWorld world = TestWorld.of(new YunnanQualitySafety(Settings.USUAL));

    /** Somebody of the cast, as a push names them. */
    static Map<String, Object> person(String key, Post post, String firm) {
        Person known = new YunnanQualitySafety(Settings.USUAL)
                .demonstration().people().stream()
                        .filter(person -> person.id().equals(idOf(key)))
                        .findFirst()
                        .orElseThrow();
        return Map.of("role", post.title(), "name", known.name(), "idNo", known.idNumber(), "orgUscc", uscc(firm));
    }

    static String uscc(String firm) {
        return organisation(firm).uscc();
    }

    private static org.zhijian.api.directory.Organisation organisation(String firm) {
        return new YunnanQualitySafety(Settings.USUAL)
                .demonstration().organisations().stream()
                        .filter(organisation -> organisation.id().equals(idOf(firm)))
                        .findFirst()
                        .orElseThrow();
    }

    static Map<String, Object> party(PartyRole role, String firm, String contract) {
        return Map.of(
                "role", role.title(), "name", organisation(firm).name(), "uscc", uscc(firm), "contractRegNo", contract);
    }

    /** Works of Y1, built by Y2 and supervised by Y4 under these contracts, with these people. */
    @SafeVarargs
    final TestMessage push(String sourceId, String building, String supervising, Map<String, Object>... people) {
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("sourceId", sourceId);
        message.put("version", 1);
        message.put("projectCode", "5301022607010101");
        message.put("worksName", "昆明示例小区" + sourceId);
        message.put("regionCode", "530102");
        message.put("filedOn", "2026-07-01");
        message.put("developer", List.of(Map.of("name", organisation("Y1").name(), "uscc", uscc("Y1"))));
        message.put(
                "parties",
                List.of(party(PartyRole.CONTRACTOR, "Y2", building), party(PartyRole.SUPERVISOR, "Y4", supervising)));
        message.put("people", List.of(people));
        return TestMessage.of(world, message);
    }

    /** Pushes works in which the person serves under this contract. */
    Works serving(String sourceId, String key, Post post, String contract) {
        boolean builds = post.side() == PartyRole.CONTRACTOR;
        accept(push(sourceId, builds ? contract : "", builds ? "" : contract, person(key, post, builds ? "Y2" : "Y4")));
        return works(sourceId);
    }

    void accept(TestMessage message) {
        List<Finding> errors = message.pushInto(WorksPush.intake());
        if (!errors.isEmpty()) {
            throw new AssertionError("quarantined: " + errors);
        }
    }

    Works works(String sourceId) {
        return Works.bySource(world.registers(), sourceId).orElseThrow();
    }

    List<Engagement> engagements(String key) {
        return Engagement.of(world.registers().of(Engagement.ENGAGEMENTS), idOf(key));
    }

    /** 在岗@G-001, 待更换@G-002 … in the order of the works. */
    String posts(String key) {
        return engagements(key).stream()
                .filter(engagement -> engagement.status() != EngagementStatus.OFF_POST)
                .map(engagement -> engagement.status().title() + "@" + source(engagement.works()))
                .collect(Collectors.joining(" "));
    }

    private String source(String worksNo) {
        return world.register(Works.WORKS).find(worksNo).orElseThrow().sourceId();
    }

    long count(String key, Post post) {
        return Limits.count(engagements(key), post);
    }

    Optional<PersonLock> lock(String key, Post post) {
        return PersonLock.open(world.registers().of(PersonLock.LOCKS), idOf(key), post);
    }

    /** All locks of a person, 锁定@G-001 or 已解锁(变更)@G-001. */
    String locks(String key) {
        return world.register(PersonLock.LOCKS).where("person", idOf(key)).stream()
                .map(lock -> lock.status().title()
                        + lock.how().map(how -> "(" + how.title() + ")").orElse("")
                        + "@" + source(lock.works()))
                .collect(Collectors.joining(" "));
    }

    /** A complete substitution of the kind, about to be submitted. */
    TestFacts substitution(String firm, Post post, String before, String after) {
        TestFacts facts = world.facts()
                .applicant(idOf(firm))
                .form("changeKind", post.name())
                .form("beforePersonId", idOf(before))
                .form("afterPersonId", idOf(after))
                .form("reason", "原人员调离")
                .form("changeDate", "2026-11-23");
        return facts.submitting();
    }

    void approveSubstitution(TestFacts facts) {
        Rehearsal.submit(Substitution.procedure(Settings.USUAL), facts, world.changes());
        Rehearsal.finish(
                Substitution.procedure(Settings.USUAL),
                Parties.REVIEW,
                facts.deciding(Parties.REVIEW, Decision.APPROVE),
                world.changes());
    }

    /** A complete application to unlock these people, about to be submitted. */
    TestFacts unlock(String firm, PersonLock... locks) {
        return world.facts()
                .applicant(idOf(firm))
                .form("lockIds", Arrays.stream(locks).map(PersonLock::lockNo).toList())
                .form("reasonKind", "ACCEPTED")
                .form("reason", "工程已竣工")
                .submitting();
    }

    void approveUnlock(TestFacts facts) {
        Rehearsal.submit(UnlockApplication.procedure(), facts, world.changes());
        Rehearsal.finish(
                UnlockApplication.procedure(),
                Parties.REVIEW,
                facts.deciding(Parties.REVIEW, Decision.APPROVE),
                world.changes());
    }

    /** A complete completion filing, about to be submitted. */
    TestFacts completion(Works works) {
        return world.facts()
                .applicant(idOf("Y1"))
                .form("worksId", works.worksNo())
                .form("acceptanceDate", "2026-11-20")
                .form("actualStart", "2026-07-02")
                .form("actualEnd", "2026-11-19")
                .form("unitWorks", List.of(Map.of("name", "1号楼")))
                .form("contact", "示联系 13900000061")
                .submitting();
    }

    void approveCompletion(TestFacts facts) {
        Rehearsal.finish(
                CompletionFiling.procedure(),
                Parties.REVIEW,
                facts.deciding(Parties.REVIEW, Decision.APPROVE),
                world.changes());
    }

    void complete(String sourceId) {
        Works works = works(sourceId);
        world.register(Works.WORKS).put(works.permitted("53010220260701010" + sourceId.length()));
        approveCompletion(completion(works(sourceId)));
    }

    /** Somebody more of a firm's. */
    String hire(String key, String name, String idNo, String firm, CertKind... certificates) {
        world.directory().put(new Person(idOf(key), name, Person.IdType.ID, idNo, ""));
        world.directory().employ(Employment.since(TODAY, idOf(key), idOf(firm), ""));
        for (CertKind kind : certificates) {
            give(key, kind, firm, Optional.empty());
        }
        return idOf(key);
    }

    void give(String key, CertKind kind, String firm, Optional<LocalDate> validTo) {
        world.register(Certificate.CERTIFICATES).put(new Certificate(key + kind, idOf(key), kind, idOf(firm), validTo));
    }

    /** Takes the certificates of a kind away. */
    void expire(String key, CertKind kind) {
        List.copyOf(world.register(Certificate.CERTIFICATES).where("person", idOf(key))).stream()
                .filter(certificate -> certificate.kind() == kind)
                .forEach(certificate -> world.register(Certificate.CERTIFICATES)
                        .put(new Certificate(
                                certificate.certNo(),
                                certificate.person(),
                                kind,
                                certificate.employer(),
                                Optional.of(TODAY.minusDays(1)))));
    }

    Set<String> errors(TestFacts substitution) {
        return new TreeSet<>(Rehearsal.errors(Substitution.procedure(Settings.USUAL), substitution));
    }
}
