package org.zhijian.jurisdiction.jiangsu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.zhijian.api.Demonstration.idOf;
import static org.zhijian.jurisdiction.jiangsu.Division.FOUNDATION;
import static org.zhijian.jurisdiction.jiangsu.Division.MATERIAL;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.zhijian.api.chain.Assignee;
import org.zhijian.api.chain.CaseState;
import org.zhijian.api.chain.Decision;
import org.zhijian.api.directory.Employment;
import org.zhijian.api.form.FieldType;
import org.zhijian.api.procedure.Procedure;
import org.zhijian.api.procedure.Subject;
import org.zhijian.testkit.Rehearsal;
import org.zhijian.testkit.TestFacts;

/** The claim of 省质监总站 for certificates whose organisation is gone (JS-R01, edge). */
class CertificateClaimTest {
    private final Procedure procedure = CertificateClaim.procedure();
    private final Jiangsu jiangsu = new Jiangsu();

    private TestFacts claim(String person, String to) {
        return jiangsu.world
                .facts()
                .applicantOffice(Offices.PROVINCE)
                .form("personId", idOf(person))
                .form("receivingOrgId", idOf(to))
                .form("remark", "原机构已注销")
                .submitting();
    }

    private boolean mayBeChosen(String person) {
        FieldType.Reference people = (FieldType.Reference)
                procedure.form().field("personId").orElseThrow().type();
        return people.options().find(claim(person, "J4"), idOf(person)).isPresent();
    }

    @Test
    @DisplayName("while the last organisation is there, the province claims nothing")
    void not_while_the_last_organisation_is_there() {
        assertThat(mayBeChosen("p11")).isFalse();
        assertThat(Rehearsal.errors(procedure, claim("p11", "J4"))).containsExactly("该人员没有原机构已注销的岗位合格证书");
    }

    @Test
    @DisplayName("a 调离 certificate whose last organisation is gone is claimed by the province, and nothing else moves")
    void the_province_claims_what_was_left_behind() {
        TestFacts transfer = jiangsu.atProvince(jiangsu.transfer("J1", "p11", "J2", MATERIAL));
        Rehearsal.finish(PersonnelTransfer.procedure(), "prov", transfer, jiangsu.world.changes());
        jiangsu.strikeOff("J1");

        assertThat(mayBeChosen("p11")).isTrue();
        TestFacts facts = jiangsu.atProvince(claim("p11", "J4"));
        assertThat(Rehearsal.errors(procedure, facts)).isEmpty();
        Rehearsal.finish(procedure, "prov", facts, jiangsu.world.changes());

        assertThat(jiangsu.outcome("p11", FOUNDATION)).isEqualTo("无信用档案@J4");
        assertThat(jiangsu.outcome("p11", MATERIAL)).isEqualTo("无信用档案@J2");
        assertThat(jiangsu.world.directory().employs(idOf("J2"), Jiangsu.P11)).isTrue();
    }

    @Test
    @DisplayName("certificates that stood with the organisation to its end go the same way, and so does the employment")
    void the_province_claims_what_stood_there() {
        jiangsu.strikeOff("J2");

        TestFacts facts = jiangsu.atProvince(claim("p12", "J6"));
        Rehearsal.finish(procedure, "prov", facts, jiangsu.world.changes());

        assertThat(jiangsu.outcome("p12", MATERIAL)).isEqualTo("无信用档案@J6");
        assertThat(jiangsu.world.directory().employments())
                .filteredOn(employment -> employment.personId().equals(Jiangsu.P12))
                .extracting(
                        Employment::organisationId,
                        employment -> employment.to().isEmpty())
                .containsExactly(tuple(idOf("J2"), false), tuple(idOf("J6"), true));
        assertThat(jiangsu.world.changes().announcements()).singleElement().satisfies(announcement -> assertThat(
                        announcement.body())
                .startsWith("杨*单由无锡示例建材检测有限公司变更至南京示例第二检测有限公司。"));
    }

    @Test
    @DisplayName("the city of the receiving organisation alone looks at the originals")
    void one_city_reviews() {
        assertThat(Rehearsal.assignees(procedure, "city", claim("p11", "J3")))
                .containsExactly(Assignee.office("js-city-3205"));
    }

    @Test
    @DisplayName("JS-R02: not beside another open matter of the person")
    void not_beside_another_matter() {
        jiangsu.strikeOff("J2");
        TestFacts facts = claim("p12", "J6")
                .otherOpenCase(Subject.person(Jiangsu.P12), CertificateReplacement.ID, CaseState.PENDING);

        assertThat(Rehearsal.errors(procedure, facts)).containsExactly("该人员正在办理补证，办结后方可申报");
        assertThat(Rehearsal.errors(procedure, facts.deciding("prov", Decision.RETURN)))
                .isEmpty();
    }
}
