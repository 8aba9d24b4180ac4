package org.zhijian.jurisdiction.jiangsu;

import static org.zhijian.jurisdiction.jiangsu.Certificate.CERTIFICATES;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.zhijian.api.check.IdNumber;
import org.zhijian.api.directory.Person;
import org.zhijian.api.form.FormData;
import org.zhijian.api.procedure.CaseFacts;
import org.zhijian.api.procedure.Finding;

/** The rules of 人员备案 (JS-P04). */
final class StaffRules {
    private static final String SOURCE = "操作指南 五";

    private StaffRules() {}

    /** Name and identity number cannot be changed by filing them anew. */
    static List<Finding> nameStaysAsFiled(CaseFacts facts) {
        String entered = facts.form().text("name");
        return StaffFiling.person(facts)
                .filter(known -> !entered.isEmpty() && !known.name().equals(entered))
                .map(known -> error("name", "姓名与已备案信息不一致，备案后姓名和身份证号不得修改"))
                .map(List::of)
                .orElse(Finding.none());
    }

    /** Whoever is on file with another organisation comes by a transfer; one that has brought the certificate of this division has done so. */
    static List<Finding> isNotOnFileElsewhere(CaseFacts facts) {
        String applicant = Parties.applicantId(facts);
        Optional<Division> division = Division.of(facts.form().text("division"));
        return StaffFiling.person(facts)
                .filter(person -> isElsewhere(facts, person, applicant))
                .filter(person -> Certificate.heldBy(facts, person.id()).stream()
                        .noneMatch(certificate -> certificate.standsWith(applicant)
                                && division.filter(entered -> certificate.division() == entered)
                                        .isPresent()))
                .map(person -> error("idNo", "该人员已在其他检测机构备案，请办理人员变更"))
                .map(List::of)
                .orElse(Finding.none());
    }

    private static boolean isElsewhere(CaseFacts facts, Person person, String applicant) {
        boolean onFile = StaffMember.filesOf(facts, person.id()).stream()
                .anyMatch(file -> file.isOnFile() && !file.isOnFileAt(applicant));
        boolean certified = Certificate.heldBy(facts, person.id()).stream()
                .anyMatch(certificate -> certificate.isInUse() && !certificate.standsWith(applicant));
        return onFile || certified;
    }

    /** What an identity number says of its holder, and what has been entered beside it, agree. */
    static List<Finding> agreesWithTheIdNumber(CaseFacts facts) {
        FormData form = facts.form();
        String idNo = form.text("idNo");
        List<Finding> findings = new ArrayList<>();
        IdNumber.gender(idNo)
                .filter(gender -> form.has("gender") && !gender.name().equals(form.text("gender")))
                .ifPresent(gender -> findings.add(error("gender", "性别与身份证号不一致")));
        IdNumber.birthDate(idNo)
                .filter(day -> form.day("birthDate")
                        .filter(entered -> !entered.equals(day))
                        .isPresent())
                .ifPresent(day -> findings.add(error("birthDate", "出生日期与身份证号不一致")));
        return findings;
    }

    /** JS-R13. A number that the register knows belongs to this person, this division and this organisation; 调离 and 注销 end its use. */
    static List<Finding> certificateIsTheirs(CaseFacts facts) {
        FormData form = facts.form();
        return facts.registers()
                .of(CERTIFICATES)
                .find(form.text("jobCertNo"))
                .flatMap(certificate -> whatIsWrong(facts, certificate))
                .map(List::of)
                .orElse(Finding.none());
    }

    private static Optional<Finding> whatIsWrong(CaseFacts facts, Certificate certificate) {
        boolean theirs = StaffFiling.person(facts)
                .filter(person -> person.id().equals(certificate.person()))
                .isPresent();
        boolean sameDivision = certificate.division().name().equals(facts.form().text("division"));
        if (!theirs || !sameDivision) {
            return Optional.of(certificateError("岗位合格证书编号与台账登记的持证人或类别不一致"));
        }
        return certificate.isInUse()
                ? Optional.empty()
                : Optional.of(certificateError("该岗位合格证书已" + certificate.status().title() + "，不能用于备案"));
    }

    private static Finding certificateError(String message) {
        return Finding.error("JS-R13", "jobCertNo", message).restingOn(SOURCE);
    }

    /** Both sides as images, or one PDF. */
    static List<Finding> idCardHasTwoSides(CaseFacts facts) {
        List<String> names = facts.attachments("idCard");
        boolean pdf =
                names.stream().anyMatch(name -> name.toLowerCase(Locale.ROOT).endsWith(".pdf"));
        boolean complete = names.isEmpty() || names.size() == (pdf ? 1 : 2);
        return complete ? Finding.none() : List.of(error("idCard", "请上传身份证正反两面的图片，或者1个PDF"));
    }

    private static Finding error(String field, String message) {
        return Finding.error("JS-P04", field, message).restingOn(SOURCE);
    }
}
