package org.zhijian.jurisdiction.jiangsu;

import static org.zhijian.api.Demonstration.idOf;

import java.util.Arrays;
import java.util.List;
import org.zhijian.api.chain.Decision;
import org.zhijian.testkit.TestFacts;
import org.zhijian.testkit.TestWorld;

/** The demonstration's world and the usual forms in it, for the tests of the rules. */
final class Jiangsu {
    static final String P11 = idOf("p11");
    static final String P12 = idOf("p12");
    static final String P13 = idOf("p13");

    final TestWorld world = TestWorld.of(new JiangsuTesting(FilingReview.PROV));

    /** A complete application for a transfer, about to be submitted. */
    TestFacts transfer(String from, String person, String to, Division entry) {
        return world.facts()
                .applicant(idOf(from))
                .form("personId", idOf(person))
                .form("entryDivision", entry.name())
                .form("receivingOrgId", idOf(to))
                .form("departureDate", "2026-11-20")
                .attachments("releaseProof", "1.jpg")
                .submitting();
    }

    /** The same, received, with both cities' consent, at the desk of 省质监总站. */
    TestFacts atProvince(TestFacts transfer) {
        return transfer.stepForm("receive", "contractFrom", "2026-11-21")
                .stepForm("receive", "insuredFrom", "2026-12")
                .stepForm("receive", "post", "TESTER")
                .deciding("prov", Decision.APPROVE);
    }

    /** A record filing of a known or new person. */
    TestFacts staffFiling(String firm, String name, String idNo, Division division) {
        return world.facts()
                .applicant(idOf(firm))
                .form("name", name)
                .form("idNo", idNo)
                .form("mobile", "13900000090")
                .form("education", "BACHELOR")
                .form("title", "工程师")
                .form("division", division.name())
                .form("post", "TESTER")
                .form("contractFrom", "2026-11-21")
                .attachments("idCard", "正面.jpg", "反面.jpg")
                .submitting();
    }

    Certificate certificate(String certNo) {
        return world.register(Certificate.CERTIFICATES).find(certNo).orElseThrow();
    }

    void register(String firm, Division... divisions) {
        TestingOrganisation known = organisation(firm);
        put(known, OrganisationStatus.REGISTERED, Arrays.asList(divisions));
    }

    void strikeOff(String firm) {
        put(organisation(firm), OrganisationStatus.CANCELLED, organisation(firm).divisions());
    }

    TestingOrganisation organisation(String firm) {
        return world.register(TestingOrganisation.ORGANISATIONS).where("organisation", idOf(firm)).stream()
                .findFirst()
                .orElseThrow();
    }

    private void put(TestingOrganisation known, OrganisationStatus status, List<Division> divisions) {
        world.register(TestingOrganisation.ORGANISATIONS).put(known.with(divisions, status, known.faxReceivedOn()));
    }

    /** 状态@机构, without the organisation where there is none, – where the person holds no such certificate. */
    String outcome(String person, Division division) {
        return world.register(Certificate.CERTIFICATES).where("person", idOf(person)).stream()
                .filter(certificate -> certificate.division() == division)
                .map(this::outcome)
                .findFirst()
                .orElse("–");
    }

    private String outcome(Certificate certificate) {
        String employer = List.of("J1", "J2", "J3", "J4", "J5", "J6").stream()
                .filter(firm -> certificate.employer().equals(idOf(firm)))
                .map(firm -> "@" + firm)
                .findFirst()
                .orElse("");
        return certificate.status().title() + employer;
    }
}
