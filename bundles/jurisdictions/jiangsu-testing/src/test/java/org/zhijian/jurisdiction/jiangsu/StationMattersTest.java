package org.zhijian.jurisdiction.jiangsu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.zhijian.api.Demonstration.idOf;
import static org.zhijian.jurisdiction.jiangsu.CreditFile.CREDIT_FILES;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhijian.api.procedure.Procedure;
import org.zhijian.testkit.Rehearsal;
import org.zhijian.testkit.TestFacts;

/** What 省质监总站 enters by itself: the end of an organisation, and conduct in a credit file (§5, JS-31). */
class StationMattersTest {
    private final Procedure closing = OrganisationClosing.procedure();
    private final Procedure report = ConductReport.procedure();
    private final Jiangsu jiangsu = new Jiangsu();

    private TestFacts closing(String firm, OrganisationStatus becomes) {
        return jiangsu.world
                .facts()
                .applicantOffice(Offices.PROVINCE)
                .form("orgId", idOf(firm))
                .form("becomes", becomes.name())
                .form("reason", "资质有效期届满未延续")
                .submitting();
    }

    @ParameterizedTest
    @DisplayName("an organisation on file runs out of its qualification or is struck off, and its credit files end")
    @CsvSource({"EXPIRED", "CANCELLED"})
    void an_organisation_ends(OrganisationStatus becomes) {
        TestFacts facts = closing("J2", becomes);
        assertThat(Rehearsal.errors(closing, facts)).isEmpty();

        Rehearsal.finish(closing, "confirm", facts, jiangsu.world.changes());

        assertThat(jiangsu.organisation("J2").status()).isEqualTo(becomes);
        assertThat(jiangsu.organisation("J2").holds(Division.MATERIAL)).isFalse();
        assertThat(jiangsu.world.register(CREDIT_FILES).where("organisation", idOf("J2")))
                .filteredOn(file -> file.person().isEmpty())
                .extracting(CreditFile::status)
                .containsExactly(CreditStatus.ABSENT);
    }

    @Test
    @DisplayName("what is not on file, or has ended, does not end")
    void what_is_not_on_file_does_not_end() {
        assertThat(Rehearsal.errors(closing, closing("J5", OrganisationStatus.EXPIRED)))
                .containsExactly("该机构未在册，不能登记");
        jiangsu.strikeOff("J2");
        assertThat(Rehearsal.errors(closing, closing("J2", OrganisationStatus.CANCELLED)))
                .containsExactly("该机构未在册，不能登记");
    }

    private TestFacts report(String firm, String person, String... divisions) {
        return jiangsu.world
                .facts()
                .applicantOffice("js-city-3201")
                .form("orgId", idOf(firm))
                .form("personId", person.isEmpty() ? null : idOf(person))
                .form("divisions", List.of(divisions))
                .form("conduct", Conduct.BAD.name())
                .form("happenedOn", "2026-11-02")
                .form("documentNo", "宁建罚〔2026〕1号")
                .form("description", "出具虚假报告")
                .submitting();
    }

    @ParameterizedTest
    @DisplayName(
            "JS-31: conduct stands in the files of the divisions that are named, of the person or of the organisation")
    @CsvSource({"p11, 1", "'', 1"})
    void conduct_is_entered(String person, int entries) {
        TestFacts facts = report("J1", person, "MATERIAL");
        assertThat(Rehearsal.errors(report, facts)).isEmpty();

        Rehearsal.finish(report, "confirm", facts, jiangsu.world.changes());

        assertThat(jiangsu.world.register(CREDIT_FILES).saved())
                .extracting(CreditFile::person, CreditFile::division, CreditFile::conduct)
                .containsExactly(tuple(
                        person.isEmpty() ? "" : idOf(person),
                        Division.MATERIAL,
                        List.of("2026-11-02 不良行为 出具虚假报告 宁建罚〔2026〕1号")));
    }

    @Test
    @DisplayName("JS-31: without a file in a division nothing is entered there")
    void no_file_no_entry() {
        assertThat(Rehearsal.errors(report, report("J2", "p12", "FOUNDATION"))).containsExactly("无地基信用档案，请先办理备案");
    }
}
