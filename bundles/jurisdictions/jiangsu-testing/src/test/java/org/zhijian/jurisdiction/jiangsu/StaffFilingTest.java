package org.zhijian.jurisdiction.jiangsu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.zhijian.api.Demonstration.idOf;
import static org.zhijian.jurisdiction.jiangsu.Division.FOUNDATION;
import static org.zhijian.jurisdiction.jiangsu.Division.MATERIAL;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhijian.api.chain.Decision;
import org.zhijian.api.directory.Person;
import org.zhijian.api.form.FormData;
import org.zhijian.api.form.Slot;
import org.zhijian.api.procedure.Procedure;
import org.zhijian.api.procedure.Subject;
import org.zhijian.testkit.Rehearsal;
import org.zhijian.testkit.TestFacts;

/** 人员备案 (JS-P04). */
class StaffFilingTest {
    private static final String P11_NUMBER = "320199198601010318";

    private final Procedure procedure = StaffFiling.procedure(FilingReview.PROV);
    private final Jiangsu jiangsu = new Jiangsu();

    private void approve(TestFacts filing) {
        filing.deciding("file", Decision.APPROVE);
        assertThat(Rehearsal.errors(procedure, filing)).isEmpty();
        Rehearsal.finish(procedure, "file", filing, jiangsu.world.changes());
    }

    private void transfer(String from, String person, String to, Division entry) {
        TestFacts facts = jiangsu.atProvince(jiangsu.transfer(from, person, to, entry));
        Rehearsal.finish(PersonnelTransfer.procedure(), "prov", facts, jiangsu.world.changes());
    }

    @Test
    @DisplayName("a person nobody knows yet becomes known, employed and on file")
    void a_new_person_goes_on_file() {
        approve(jiangsu.staffFiling("J5", "卫示试", "320199199103110839", MATERIAL)
                .form("items", List.of(Map.of("item", "钢筋"))));

        Person person = jiangsu.world
                .directory()
                .personByIdNumber(Person.IdType.ID, "320199199103110839")
                .orElseThrow();
        assertThat(person.name()).isEqualTo("卫示试");
        assertThat(jiangsu.world.directory().employs(idOf("J5"), person.id())).isTrue();
        assertThat(jiangsu.world.register(StaffMember.STAFF).where("person", person.id()))
                .extracting(StaffMember::organisation, StaffMember::status, StaffMember::post, StaffMember::items)
                .containsExactly(tuple(idOf("J5"), StaffStatus.ON_FILE, "检测员", List.of("钢筋")));
        assertThat(jiangsu.world.register(Certificate.CERTIFICATES).where("person", person.id()))
                .isEmpty();
    }

    @Test
    @DisplayName("JS-R13: a certificate that is filed for the first time is 正常")
    void a_certificate_is_entered() {
        approve(jiangsu.staffFiling("J5", "尤示新", "320499199005050752", MATERIAL).form("jobCertNo", "JC-M-0015"));

        assertThat(jiangsu.outcome("p15", MATERIAL)).isEqualTo("正常@J5");
    }

    @Test
    @DisplayName("JS-R13: 无信用档案 ends when the new organisation files the person, division by division")
    void the_credit_file_is_opened_at_the_new_organisation() {
        transfer("J1", "p11", "J3", MATERIAL);

        approve(jiangsu.staffFiling("J3", "韩示双", P11_NUMBER, MATERIAL));

        assertThat(jiangsu.outcome("p11", MATERIAL)).isEqualTo("正常@J3");
        assertThat(jiangsu.outcome("p11", FOUNDATION)).isEqualTo("无信用档案@J3");
        assertThat(StaffMember.find(jiangsu.world.facts(), Jiangsu.P11, MATERIAL))
                .hasValueSatisfying(file -> {
                    assertThat(file.isOnFileAt(idOf("J3"))).isTrue();
                    assertThat(file.certNo()).isEqualTo("JC-M-0011");
                });
    }

    @Test
    @DisplayName("JS-31: with the certificate the credit file is opened, and keeps what it has recorded")
    void the_credit_file_goes_on() {
        transfer("J1", "p11", "J3", MATERIAL);
        approve(jiangsu.staffFiling("J3", "韩示双", P11_NUMBER, MATERIAL));
        approve(jiangsu.staffFiling("J5", "尤示新", "320499199005050752", MATERIAL).form("jobCertNo", "JC-M-0015"));

        assertThat(jiangsu.world.register(CreditFile.CREDIT_FILES).where("person", Jiangsu.P11))
                .extracting(CreditFile::division, CreditFile::organisation, CreditFile::status)
                .containsExactlyInAnyOrder(
                        tuple(MATERIAL, idOf("J3"), CreditStatus.PRESENT),
                        tuple(FOUNDATION, idOf("J3"), CreditStatus.ABSENT));
        assertThat(jiangsu.world.register(CreditFile.CREDIT_FILES).where("person", idOf("p15")))
                .extracting(CreditFile::organisation, CreditFile::status)
                .containsExactly(tuple(idOf("J5"), CreditStatus.PRESENT));
    }

    @Test
    @DisplayName("a person on file at another organisation is refused: that is a transfer")
    void people_on_file_elsewhere_are_transferred() {
        assertThat(Rehearsal.errors(procedure, jiangsu.staffFiling("J3", "韩示双", P11_NUMBER, MATERIAL)))
                .containsExactly("该人员已在其他检测机构备案，请办理人员变更");
    }

    @Test
    @DisplayName("whoever has brought a certificate to a second organisation is filed there for that division alone")
    void a_claimed_certificate_is_filed_beside_another() {
        transfer("J1", "p11", "J2", MATERIAL);
        approve(jiangsu.staffFiling("J2", "韩示双", P11_NUMBER, MATERIAL));
        transfer("J1", "p11", "J4", FOUNDATION);

        assertThat(Rehearsal.errors(procedure, jiangsu.staffFiling("J4", "韩示双", P11_NUMBER, MATERIAL)))
                .containsExactly("该人员已在其他检测机构备案，请办理人员变更");
        approve(jiangsu.staffFiling("J4", "韩示双", P11_NUMBER, FOUNDATION));

        assertThat(jiangsu.outcome("p11", MATERIAL)).isEqualTo("正常@J2");
        assertThat(jiangsu.outcome("p11", FOUNDATION)).isEqualTo("正常@J4");
    }

    @ParameterizedTest
    @DisplayName("name, sex and day of birth agree with the identity number")
    @CsvSource({
        "name, 韩示单, 姓名与已备案信息不一致，备案后姓名和身份证号不得修改",
        "gender, FEMALE, 性别与身份证号不一致",
        "birthDate, 1986-01-02, 出生日期与身份证号不一致",
    })
    void the_person_is_the_one_on_file(String field, String value, String message) {
        TestFacts facts = jiangsu.staffFiling("J1", "韩示双", P11_NUMBER, MATERIAL)
                .form("gender", "MALE")
                .form("birthDate", "1986-01-01");
        assertThat(Rehearsal.errors(procedure, facts)).isEmpty();

        assertThat(Rehearsal.errors(procedure, facts.form(field, value))).containsExactly(message);
    }

    @ParameterizedTest
    @DisplayName("JS-R13: a certificate number belongs to its holder and division, and is still in use")
    @CsvSource({
        "JC-M-0011, MATERIAL, ",
        "JC-M-0013, MATERIAL, 岗位合格证书编号与台账登记的持证人或类别不一致",
        "JC-M-0011, FOUNDATION, 岗位合格证书编号与台账登记的持证人或类别不一致",
        "JC-F-0011, FOUNDATION, 该岗位合格证书已注销，不能用于备案",
    })
    void certificate_numbers_are_checked(String certNo, Division division, String message) {
        jiangsu.world
                .register(Certificate.CERTIFICATES)
                .put(jiangsu.certificate("JC-F-0011").cancelled());

        assertThat(Rehearsal.errors(
                        procedure,
                        jiangsu.staffFiling("J1", "韩示双", P11_NUMBER, division).form("jobCertNo", certNo)))
                .isEqualTo(message == null ? List.of() : List.of(message));
    }

    @ParameterizedTest
    @DisplayName("both sides of the identity card, or one PDF")
    @CsvSource({"a.jpg b.png, true", "a.pdf, true", "a.jpg, false", "a.pdf b.jpg, false"})
    void both_sides_of_the_identity_card(String names, boolean complete) {
        TestFacts facts =
                jiangsu.staffFiling("J1", "韩示双", P11_NUMBER, MATERIAL).attachments("idCard", names.split(" "));

        assertThat(Rehearsal.errors(procedure, facts).isEmpty()).isEqualTo(complete);
    }

    @Test
    @DisplayName("who has no title says so and brings no certificate of one")
    void no_title_no_certificate() {
        Slot title = Slot.find(procedure.slots(), "titleCertificate").orElseThrow();

        assertThat(title.requirement().test(FormData.EMPTY)).isTrue();
        assertThat(title.requirement().test(FormData.EMPTY.with("noTitle", true)))
                .isFalse();
    }

    @Test
    @DisplayName("two organisations filing the same number at once are decided one after the other")
    void the_identity_number_is_a_subject() {
        TestFacts facts = jiangsu.staffFiling("J1", "韩示双", P11_NUMBER, MATERIAL);

        assertThat(procedure.subjects().apply(facts))
                .containsExactlyInAnyOrder(Subject.person(Jiangsu.P11), new Subject("idNumber", P11_NUMBER));
    }
}
