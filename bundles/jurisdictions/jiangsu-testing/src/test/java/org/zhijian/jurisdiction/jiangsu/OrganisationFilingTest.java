package org.zhijian.jurisdiction.jiangsu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.zhijian.api.Demonstration.idOf;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.zhijian.api.chain.Decision;
import org.zhijian.api.form.FormData;
import org.zhijian.api.form.Slot;
import org.zhijian.api.procedure.Procedure;
import org.zhijian.testkit.Rehearsal;
import org.zhijian.testkit.TestFacts;

/** 机构信息备案 (JS-P05) and the fax before it. */
class OrganisationFilingTest {
    private static final String FAX_FIRST = "请先将资质正本和副本传真至省质监总站";
    private static final String PEOPLE_FIRST = "请先上报检测人员";

    private final Procedure procedure = OrganisationFiling.procedure(FilingReview.PROV);
    private final Jiangsu jiangsu = new Jiangsu();

    private TestFacts filing(FilingMode mode) {
        return jiangsu.world
                .facts()
                .applicant(idOf("J5"))
                .form("mode", mode.name())
                .form("orgName", "常州示例新检测有限公司")
                .form("uscc", "91320499PDY000159J")
                .form("legalRep", "示新法")
                .form("technicalHead", "示新技")
                .form("qualityHead", "示新质")
                .form("cityCode", "3204")
                .form("divisions", List.of("MATERIAL"))
                .form("qualificationCertNo", "JSJC-0005")
                .form("issuedOn", "2026-11-01")
                .form("validTo", "2031-10-31")
                .submitting();
    }

    /** An organisation on file, with the qualification that it has. */
    private TestFacts filingOfJ2(FilingMode mode) {
        return filing(mode)
                .applicant(idOf("J2"))
                .form("orgName", "无锡示例建材检测有限公司")
                .form("uscc", "91320299PDY000124M")
                .form("cityCode", "3202")
                .form("qualificationCertNo", "JSJC-PDY00012-4")
                .form("issuedOn", "2024-03-01")
                .form("validTo", "2029-02-28");
    }

    private void fax() {
        TestFacts facts = jiangsu.world
                .facts()
                .applicantOffice(Offices.PROVINCE)
                .form("orgId", idOf("J5"))
                .form("receivedOn", "2026-11-20")
                .form("divisions", List.of("MATERIAL"));
        Rehearsal.finish(FaxReceipt.procedure(), "check", facts, jiangsu.world.changes());
    }

    private void filePeople() {
        TestFacts facts = jiangsu.staffFiling("J5", "尤示新", "320499199005050752", Division.MATERIAL);
        Rehearsal.finish(StaffFiling.procedure(FilingReview.PROV), "file", facts, jiangsu.world.changes());
    }

    @Test
    @DisplayName("JS-R10: a new organisation first sends the fax, then reports its people, then files itself")
    void fax_and_people_come_first() {
        assertThat(Rehearsal.errors(procedure, filing(FilingMode.NEW))).containsExactly(FAX_FIRST, PEOPLE_FIRST);
        fax();
        assertThat(Rehearsal.errors(procedure, filing(FilingMode.NEW))).containsExactly(PEOPLE_FIRST);
        filePeople();
        assertThat(Rehearsal.errors(procedure, filing(FilingMode.NEW))).isEmpty();
    }

    @Test
    @DisplayName(
            "JS-R10: with its fax a new organisation receives people; they count once approved, and not while on the way")
    void transferred_people_count_once_approved() {
        TestFacts transfer = jiangsu.transfer("J1", "p11", "J5", Division.MATERIAL);
        assertThat(Rehearsal.errors(PersonnelTransfer.procedure(), transfer)).containsExactly("调入机构未在册，不能办理调入");
        fax();
        assertThat(Rehearsal.errors(PersonnelTransfer.procedure(), transfer)).isEmpty();
        assertThat(Rehearsal.errors(procedure, filing(FilingMode.NEW))).containsExactly(PEOPLE_FIRST);

        Rehearsal.finish(PersonnelTransfer.procedure(), "prov", jiangsu.atProvince(transfer), jiangsu.world.changes());

        assertThat(jiangsu.outcome("p11", Division.MATERIAL)).isEqualTo("无信用档案@J5");
        assertThat(jiangsu.outcome("p11", Division.FOUNDATION)).isEqualTo("调离");
        assertThat(Rehearsal.errors(procedure, filing(FilingMode.NEW))).isEmpty();
    }

    @ParameterizedTest
    @DisplayName("JS-R10: an extension needs a fax but nobody new, an update of data needs neither")
    @CsvSource({"EXTENSION, " + FAX_FIRST, "UPDATE, "})
    void only_new_qualifications_are_faxed(FilingMode mode, String message) {
        List<String> expected = message == null ? List.of() : List.of(message);
        TestFacts facts = filingOfJ2(mode);
        if (mode == FilingMode.EXTENSION) {
            facts.form("issuedOn", "2026-11-01");
        }

        assertThat(Rehearsal.errors(procedure, facts)).isEqualTo(expected);
    }

    @ParameterizedTest
    @DisplayName("JS-P05: whoever is on file is not new, and whoever is not cannot be brought up to date")
    @CsvSource({"EXTENSION, 本机构尚未备案，请选择“新成立”", "UPDATE, 本机构尚未备案，请选择“新成立”"})
    void the_mode_fits_the_register(FilingMode mode, String message) {
        fax();
        filePeople();
        assertThat(Rehearsal.errors(procedure, filing(mode))).containsExactly(message);
        assertThat(Rehearsal.errors(procedure, filingOfJ2(FilingMode.NEW))).contains("本机构已在册，请选择“增扩项”或“信息修改”");
    }

    @ParameterizedTest
    @DisplayName("JS-P05: a qualification does not change by an update of data, which needs no fax")
    @CsvSource({"qualificationCertNo, JSJC-0002", "issuedOn, 2026-11-01", "validTo, 2030-02-28"})
    void an_update_leaves_the_qualification(String field, String value) {
        assertThat(Rehearsal.errors(procedure, filingOfJ2(FilingMode.UPDATE).form(field, value)))
                .containsExactly("资质信息有变化的，请选择“增扩项”，并上传新的资质正本和副本");
        assertThat(Rehearsal.errors(
                        procedure, filingOfJ2(FilingMode.UPDATE).form("divisions", List.of("MATERIAL", "FOUNDATION"))))
                .containsExactly("资质信息有变化的，请选择“增扩项”，并上传新的资质正本和副本");
    }

    @Test
    @DisplayName("JS-P06: an extended qualification is of a later date than the one on file")
    void an_extension_is_of_a_later_date() {
        assertThat(Rehearsal.errors(procedure, filingOfJ2(FilingMode.EXTENSION)))
                .containsExactly("增扩项后的资质发证日期应晚于原资质发证日期", FAX_FIRST);
    }

    @Test
    @DisplayName("JS-P05: an organisation that has been struck off files nothing any more")
    void an_organisation_struck_off_files_nothing() {
        jiangsu.strikeOff("J2");

        assertThat(Rehearsal.errors(procedure, filingOfJ2(FilingMode.UPDATE))).containsExactly("本机构已注销，不能备案");
    }

    @Test
    @DisplayName("the approval puts the organisation on file, and uses the fax up")
    void the_approval_puts_it_on_file() {
        fax();
        filePeople();
        assertThat(jiangsu.organisation("J5").status()).isEqualTo(OrganisationStatus.AWAITING_FILING);

        TestFacts facts = filing(FilingMode.NEW).deciding("file", Decision.APPROVE);
        assertThat(Rehearsal.errors(procedure, facts)).isEmpty();
        Rehearsal.finish(procedure, "file", facts, jiangsu.world.changes());

        TestingOrganisation filed = jiangsu.organisation("J5");
        assertThat(filed.status()).isEqualTo(OrganisationStatus.REGISTERED);
        assertThat(filed.city()).isEqualTo(City.CHANGZHOU);
        assertThat(filed.holds(Division.MATERIAL)).isTrue();
        assertThat(filed.holds(Division.FOUNDATION)).isFalse();
        assertThat(filed.validTo()).contains(LocalDate.of(2031, 10, 31));
        assertThat(filed.faxReceivedOn()).isEmpty();
        assertThat(jiangsu.world.directory().organisation(idOf("J5")))
                .hasValueSatisfying(own -> assertThat(own.legalRepresentative()).isEqualTo("示新法"));
        assertThat(Rehearsal.errors(procedure, filing(FilingMode.EXTENSION).form("issuedOn", "2026-11-20")))
                .containsExactly(FAX_FIRST);
        assertThat(jiangsu.world.register(CreditFile.CREDIT_FILES).where("organisation", idOf("J5")))
                .filteredOn(file -> file.person().isEmpty())
                .extracting(CreditFile::division, CreditFile::status)
                .containsExactly(tuple(Division.MATERIAL, CreditStatus.PRESENT));
    }

    @Test
    @DisplayName("an organisation that moves to another city belongs to that city's authority from then on")
    void a_move_changes_the_authority() {
        TestFacts facts = filing(FilingMode.UPDATE).form("cityCode", "3202");

        Rehearsal.finish(procedure, "file", facts, jiangsu.world.changes());

        assertThat(jiangsu.world.directory().organisation(idOf("J5")).map(Offices::cityAuthorityOf))
                .contains("js-city-3202");
    }

    @Test
    @DisplayName("JS-R08: at most five files of the duplicate, in the manual's words")
    void at_most_five_duplicates() {
        Slot copy = Slot.find(procedure.slots(), "qualificationCopy").orElseThrow();

        assertThat(copy.min()).isEqualTo(1);
        assertThat(copy.max()).isEqualTo(5);
        assertThat(copy.tooMany()).isEqualTo("资质副本附件最多上传5个，如果附件过多，请把几个资质副本扫描在一附件里");
        assertThat(copy.formats()).contains(Slot.Format.PDF);
    }

    @ParameterizedTest
    @DisplayName("JS-P05: original and duplicate are wanted where the qualification is new")
    @EnumSource(FilingMode.class)
    void scans_of_a_new_qualification(FilingMode mode) {
        FormData form = FormData.EMPTY.with("mode", mode.name());

        assertThat(procedure.slots()).allMatch(slot -> slot.requirement().test(form) == (mode != FilingMode.UPDATE));
    }

    @ParameterizedTest
    @DisplayName("JS-P05: an account files for its own organisation alone")
    @CsvSource({
        "orgName, 常州示例旧检测有限公司, 机构名称与登录帐号的单位不一致",
        "uscc, 91320199PDY000116M, 统一社会信用代码与登录帐号的单位不一致",
        "orgCode, PDY00011-6, 组织机构代码与登录帐号的单位不一致",
        "uscc, '', 请填写统一社会信用代码或组织机构代码",
    })
    void an_account_files_for_its_own_organisation(String field, String value, String message) {
        assertThat(Rehearsal.errors(procedure, filingOfJ2(FilingMode.UPDATE).form(field, value)))
                .containsExactly(message);
    }

    @ParameterizedTest
    @DisplayName("JS-P05: a qualification ends after it begins, has not run out and lasts five years")
    @CsvSource({
        "2026-11-01, 2026-11-01, 资质有效期应晚于发证日期, ",
        "2021-11-01, 2026-10-31, 资质已过有效期, ",
        "2026-11-01, 2032-11-01, , 资质有效期超过5年，请核对",
        "2026-11-01, 2031-10-31, , ",
    })
    void a_qualification_lasts_five_years(String issued, String until, String error, String warning) {
        fax();
        filePeople();
        TestFacts facts = filing(FilingMode.NEW).form("issuedOn", issued).form("validTo", until);

        assertThat(Rehearsal.errors(procedure, facts)).isEqualTo(error == null ? List.of() : List.of(error));
        assertThat(Rehearsal.warnings(procedure, facts)).isEqualTo(warning == null ? List.of() : List.of(warning));
    }
}
