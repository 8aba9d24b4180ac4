package org.zhijian.jurisdiction.jiangsu;

import static org.zhijian.api.form.Condition.is;
import static org.zhijian.api.form.Fields.choice;
import static org.zhijian.api.form.Fields.choices;
import static org.zhijian.api.form.Fields.date;
import static org.zhijian.api.form.Fields.decimal;
import static org.zhijian.api.form.Fields.email;
import static org.zhijian.api.form.Fields.orgCode;
import static org.zhijian.api.form.Fields.pastDate;
import static org.zhijian.api.form.Fields.text;
import static org.zhijian.api.form.Fields.uscc;
import static org.zhijian.jurisdiction.jiangsu.Certificate.CERTIFICATES;
import static org.zhijian.jurisdiction.jiangsu.Parties.TESTING_ORG;
import static org.zhijian.jurisdiction.jiangsu.TestingOrganisation.ORGANISATIONS;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.zhijian.api.chain.CaseState;
import org.zhijian.api.check.OrgCode;
import org.zhijian.api.check.Uscc;
import org.zhijian.api.directory.Organisation;
import org.zhijian.api.form.Condition;
import org.zhijian.api.form.FormData;
import org.zhijian.api.form.Slot;
import org.zhijian.api.procedure.CaseFacts;
import org.zhijian.api.procedure.Changes;
import org.zhijian.api.procedure.Finding;
import org.zhijian.api.procedure.Procedure;
import org.zhijian.api.procedure.Starter;

/** JS-P05 机构信息备案: the data and the qualification of a testing organisation go on file (操作指南 六). */
final class OrganisationFiling {
    static final String ID = "organisation-filing";
    static final String TITLE = "机构信息备案";

    private static final String SOURCE = "操作指南 六";
    private static final int YEARS_OF_A_QUALIFICATION = 5;
    private static final Condition QUALIFICATION_IS_NEW =
            is("mode", FilingMode.NEW.name(), FilingMode.EXTENSION.name());

    private OrganisationFiling() {}

    static Procedure procedure(FilingReview review) {
        return Procedure.procedure(ID, TITLE)
                .startedBy(Starter.organisations(TESTING_ORG))
                .form(choice("mode", "申报类型", FilingMode.class).required())
                .section(
                        "基本信息",
                        text("orgName", "机构名称", 100).required(),
                        uscc("uscc", "统一社会信用代码").hint("统一社会信用代码和组织机构代码至少填写一项"),
                        orgCode("orgCode", "组织机构代码"),
                        text("legalRep", "法定代表人", 50).required(),
                        text("technicalHead", "技术负责人", 50).required(),
                        text("qualityHead", "质量负责人", 50).required(),
                        choice("cityCode", "所在省辖市", City.options()).required(),
                        text("address", "地址", 200).required(),
                        text("phone", "联系电话", 20).required(),
                        text("fax", "传真", 20),
                        email("email", "电子邮箱"),
                        pastDate("establishedOn", "成立日期"),
                        decimal("registeredCapital", "注册资本（万元）", 12, 2),
                        decimal("labArea", "检测场所面积（平方米）", 10, 2),
                        decimal("equipmentValue", "仪器设备原值（万元）", 12, 2))
                .section(
                        "资质信息",
                        choices("divisions", "资质类别", Division.class).required(),
                        text("qualificationCertNo", "资质证书编号", 50).required(),
                        text("grade", "资质等级", 50),
                        pastDate("issuedOn", "发证日期").required(),
                        date("validTo", "有效期至").required(),
                        text("cmaNo", "计量认证号", 50),
                        date("cmaValidTo", "计量认证有效期至"))
                .attach(
                        Slot.scan("qualificationOriginal", "资质正本扫描件")
                                .count(1, 2)
                                .colour()
                                .requiredWhen(QUALIFICATION_IS_NEW),
                        Slot.scan("qualificationCopy", "资质副本扫描件")
                                .count(1, 5)
                                .colour()
                                .requiredWhen(QUALIFICATION_IS_NEW)
                                .tooMany("资质副本附件最多上传5个，如果附件过多，请把几个资质副本扫描在一附件里")
                                .hint("最多5个；附件过多的，请把几个资质副本扫描在一附件里"))
                .guard(
                        OrganisationFiling::modeFits,
                        OrganisationFiling::faxHasCome,
                        OrganisationFiling::peopleAreOnFile,
                        OrganisationFiling::isTheAccountsOwn,
                        OrganisationFiling::qualificationIsValid)
                .onSubmitted(ReviewSteps.onFileAtOnce(review, OrganisationFiling::putOnFile))
                .chain(ReviewSteps.filing(review, OrganisationFiling::putOnFile))
                .closes(CaseState.CLOSED, "已备案")
                .guide("", "新成立和资质增项、扩项的检测机构，已将资质正本和副本传真至省质监总站", "新成立的检测机构，已将检测人员上报齐全")
                .build();
    }

    /** The form of whoever brings the file up to date: as it stands now. */
    static FormData again(TestingOrganisation organisation, FilingMode mode, CaseFacts facts) {
        FormData form = FormData.EMPTY
                .with("mode", mode.name())
                .with("legalRep", organisation.legalRep())
                .with("technicalHead", organisation.technicalHead())
                .with("qualityHead", organisation.qualityHead())
                .with("cityCode", organisation.city().code())
                .with("address", organisation.address())
                .with("phone", organisation.phone())
                .with(
                        "divisions",
                        organisation.divisions().stream().map(Division::name).toList())
                .with("qualificationCertNo", organisation.qualificationCertNo())
                .with("grade", organisation.grade())
                .with(
                        "issuedOn",
                        organisation.issuedOn().map(LocalDate::toString).orElse(null))
                .with("validTo", organisation.validTo().map(LocalDate::toString).orElse(null));
        return facts.directory()
                .organisation(organisation.organisation())
                .map(known -> form.with("orgName", known.name())
                        .with("uscc", known.uscc())
                        .with("orgCode", orgCodeOf(known)))
                .orElse(form);
    }

    private static boolean isMode(CaseFacts facts, FilingMode mode) {
        return facts.form().text("mode").equals(mode.name());
    }

    /** A new organisation says so, one on file does not, and whoever changes its qualification shows it. */
    private static List<Finding> modeFits(CaseFacts facts) {
        Optional<TestingOrganisation> known = TestingOrganisation.find(facts, Parties.applicantId(facts));
        if (known.filter(TestingOrganisation::isGone).isPresent()) {
            return List.of(Finding.error("JS-P05", "mode", "本机构已注销，不能备案"));
        }
        boolean filed = known.filter(TestingOrganisation::isFiled).isPresent();
        if (facts.form().has("mode") && filed == isMode(facts, FilingMode.NEW)) {
            return List.of(Finding.error("JS-P05", "mode", filed ? "本机构已在册，请选择“增扩项”或“信息修改”" : "本机构尚未备案，请选择“新成立”"));
        }
        if (isMode(facts, FilingMode.UPDATE) && facts.form().has("qualificationCertNo")) {
            return known.filter(organisation -> organisation.hasTheQualificationOf(facts.form()))
                            .isPresent()
                    ? Finding.none()
                    : List.of(Finding.error("JS-P05", "mode", "资质信息有变化的，请选择“增扩项”，并上传新的资质正本和副本"));
        }
        return laterThanBefore(facts, known);
    }

    private static List<Finding> laterThanBefore(CaseFacts facts, Optional<TestingOrganisation> known) {
        Optional<LocalDate> before = known.flatMap(TestingOrganisation::issuedOn);
        return isMode(facts, FilingMode.EXTENSION)
                        && facts.form()
                                .day("issuedOn")
                                .filter(issued -> before.filter(day -> !issued.isAfter(day))
                                        .isPresent())
                                .isPresent()
                ? List.of(Finding.error("JS-P06", "issuedOn", "增扩项后的资质发证日期应晚于原资质发证日期"))
                : Finding.none();
    }

    /** JS-R10. The fax of original and duplicate comes first. */
    private static List<Finding> faxHasCome(CaseFacts facts) {
        boolean come = TestingOrganisation.find(facts, Parties.applicantId(facts))
                .flatMap(TestingOrganisation::faxReceivedOn)
                .isPresent();
        return come || !QUALIFICATION_IS_NEW.test(facts.form())
                ? Finding.none()
                : List.of(Finding.error("JS-R10", "mode", "请先将资质正本和副本传真至省质监总站").restingOn(SOURCE));
    }

    /** JS-R10. A new organisation reports its people first; whoever is still on the way to it does not count. */
    private static List<Finding> peopleAreOnFile(CaseFacts facts) {
        String applicant = Parties.applicantId(facts);
        boolean someone = !StaffMember.onFileAt(facts, applicant).isEmpty()
                || facts.registers().of(CERTIFICATES).where("employer", applicant).stream()
                        .anyMatch(Certificate::isInUse);
        return someone || !isMode(facts, FilingMode.NEW)
                ? Finding.none()
                : List.of(Finding.error("JS-R10", "mode", "请先上报检测人员").restingOn(SOURCE + "（1）"));
    }

    /** An account files for its own organisation, under the name and the codes it is known by. */
    private static List<Finding> isTheAccountsOwn(CaseFacts facts) {
        FormData form = facts.form();
        List<Finding> findings = new ArrayList<>();
        if (form.has("orgName") && !form.has("uscc") && !form.has("orgCode")) {
            findings.add(Finding.error("JS-P05", "uscc", "请填写统一社会信用代码或组织机构代码"));
        }
        facts.applicant().ifPresent(own -> {
            differs(form, "orgName", own.name(), "机构名称与登录帐号的单位不一致").ifPresent(findings::add);
            differs(form, "uscc", own.uscc(), "统一社会信用代码与登录帐号的单位不一致").ifPresent(findings::add);
            differs(form, "orgCode", orgCodeOf(own), "组织机构代码与登录帐号的单位不一致").ifPresent(findings::add);
        });
        return findings;
    }

    private static String orgCodeOf(Organisation organisation) {
        return organisation.orgCode().isEmpty()
                ? Uscc.orgCodeOf(organisation.uscc()).orElse("")
                : organisation.orgCode();
    }

    private static Optional<Finding> differs(FormData form, String field, String known, String message) {
        String entered = field.equals("orgCode") ? OrgCode.normalise(form.text(field)) : form.text(field);
        boolean differs = form.has(field) && !known.isEmpty() && !entered.equalsIgnoreCase(known);
        return differs ? Optional.of(Finding.error("JS-P05", field, message)) : Optional.empty();
    }

    private static List<Finding> qualificationIsValid(CaseFacts facts) {
        Optional<LocalDate> issued = facts.form().day("issuedOn");
        Optional<LocalDate> until = facts.form().day("validTo");
        if (issued.isEmpty() || until.isEmpty()) {
            return Finding.none();
        }
        if (!until.get().isAfter(issued.get())) {
            return List.of(Finding.error("JS-P05", "validTo", "资质有效期应晚于发证日期"));
        }
        if (until.get().isBefore(facts.today())) {
            return List.of(Finding.error("JS-P05", "validTo", "资质已过有效期"));
        }
        return until.get().isAfter(issued.get().plusYears(YEARS_OF_A_QUALIFICATION))
                ? List.of(
                        Finding.warning("JS-P05", "validTo", "资质有效期超过5年，请核对").restingOn("建设工程质量检测管理办法（住房和城乡建设部令第57号）"))
                : Finding.none();
    }

    private static void putOnFile(CaseFacts facts, Changes changes) {
        Organisation own = Parties.applicant(facts);
        FormData form = facts.form();
        TestingOrganisation before = TestingOrganisation.ofOrNew(facts, own);
        boolean usesFax = QUALIFICATION_IS_NEW.test(form);
        TestingOrganisation filed = before.filed(form, usesFax ? Optional.empty() : before.faxReceivedOn());
        changes.of(ORGANISATIONS).save(filed);
        CreditFile.keepFor(facts, changes, filed);
        String region = own.cityCode().equals(form.text("cityCode")) ? own.regionCode() : form.text("cityCode") + "00";
        changes.save(new Organisation(
                own.id(),
                own.name(),
                own.uscc(),
                own.orgCode(),
                own.types(),
                region,
                form.text("legalRep"),
                own.contactName(),
                own.contactMobile()));
    }
}
