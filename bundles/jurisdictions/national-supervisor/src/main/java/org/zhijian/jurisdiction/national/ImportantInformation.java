package org.zhijian.jurisdiction.national;

import static org.zhijian.api.chain.DecisionOption.approve;
import static org.zhijian.api.chain.DecisionOption.sendBack;
import static org.zhijian.api.form.Fields.choices;
import static org.zhijian.api.form.Fields.longText;
import static org.zhijian.api.form.Fields.region;
import static org.zhijian.api.form.Fields.text;
import static org.zhijian.api.form.Fields.uscc;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.zhijian.api.chain.CaseState;
import org.zhijian.api.chain.Step;
import org.zhijian.api.check.OrganisationName;
import org.zhijian.api.check.Uscc;
import org.zhijian.api.directory.Organisation;
import org.zhijian.api.form.Condition;
import org.zhijian.api.form.FormData;
import org.zhijian.api.procedure.CaseFacts;
import org.zhijian.api.procedure.Changes;
import org.zhijian.api.procedure.Finding;
import org.zhijian.api.procedure.Procedure;
import org.zhijian.api.procedure.Starter;
import org.zhijian.api.procedure.Subject;
import org.zhijian.api.registration.Newcomer;

/** NS-P05 企业重要信息修改: what the licence says of a firm; the province looks at it. */
final class ImportantInformation {
    static final String ID = "important-information";
    static final String PROOF_MISSING = "已选择企业资质，请上传企业资质证明";

    private ImportantInformation() {}

    static Procedure procedure() {
        return Procedure.procedure(ID, "企业重要信息修改")
                .startedBy(Starter.organisations(Parties.EMPLOYER))
                .prefilled(ImportantInformation::known)
                .form(
                        longText("changeReason", "变更原因", 500).required(),
                        text("orgName", "企业名称", 100).required().hint("请务必仔细确认企业信息与营业执照完全一致"),
                        uscc("uscc", "统一社会信用代码").required(),
                        region("regionCode", "工商注册所在地", "").required(),
                        text("legalRepName", "法定代表人", 50).required(),
                        choices("qualificationKinds", "企业资质", QualificationKind.class)
                                .hint("企业资质不变的不选"))
                .attach(
                        Materials.required("licence", "营业执照"),
                        Materials.when(qualificationChosen(), "qualificationProof", "企业资质证明")
                                .missing(PROOF_MISSING))
                .subjects(ImportantInformation::nameAndCode)
                .offered(ImportantInformation::noneIsOpen)
                .guard(ImportantInformation::noneIsOpen, ImportantInformation::isNobodyElse)
                .chain(Step.step("important", "省级审核", Offices.provinceOfTheApplicant())
                        .decisions(approve("审核通过"), sendBack("退回"))
                        .waiting(CaseState.PENDING, "待审核")
                        .within(5)
                        .then(ImportantInformation::keep))
                .closes(CaseState.CLOSED, "审核通过")
                .guide("", "须上传最新的营业执照，审核通过后生效")
                .build();
    }

    /** NS-R02. A qualification is chosen. */
    static Condition qualificationChosen() {
        return Condition.is(
                "qualificationKinds",
                Arrays.stream(QualificationKind.values()).map(Enum::name).toArray(String[]::new));
    }

    private static FormData known(CaseFacts facts) {
        return Enterprise.find(facts, Parties.applicantId(facts))
                .map(firm -> FormData.EMPTY
                        .with("orgName", firm.orgName())
                        .with("uscc", firm.uscc())
                        .with("regionCode", firm.regionCode())
                        .with("legalRepName", firm.legalRepName()))
                .orElse(FormData.EMPTY);
    }

    /** Nobody else registers or takes the name and the code meanwhile. */
    private static Set<Subject> nameAndCode(CaseFacts facts) {
        Set<Subject> subjects = new TreeSet<>();
        Newcomer.of(facts.form()).subjects().stream()
                .filter(subject -> !subject.kind().equals(Newcomer.LOGIN))
                .forEach(subjects::add);
        return subjects;
    }

    private static List<Finding> noneIsOpen(CaseFacts facts) {
        return facts.otherOpenCases(Subject.organisation(Parties.applicantId(facts))).stream()
                        .anyMatch(other -> other.procedureId().equals(ID))
                ? List.of(Finding.error("NS-P05", "", "已有待审核的企业重要信息修改申请"))
                : Finding.none();
    }

    /** NS-R01. The code and the name are nobody else's. */
    private static List<Finding> isNobodyElse(CaseFacts facts) {
        String own = Parties.applicantId(facts);
        FormData form = facts.form();
        boolean code = facts.directory()
                .organisationByCode(form.text("uscc"), "")
                .filter(other -> !other.id().equals(own))
                .isPresent();
        boolean name = facts.directory()
                .organisationByName(form.text("orgName"))
                .filter(other -> !OrganisationName.key(form.text("orgName")).isEmpty())
                .filter(other -> !other.id().equals(own))
                .isPresent();
        if (code) {
            return List.of(Finding.error("NS-R01", "uscc", "该统一社会信用代码已被其他企业使用"));
        }
        return name ? List.of(Finding.error("NS-R01", "orgName", "该企业名称已被其他企业使用")) : Finding.none();
    }

    private static void keep(CaseFacts facts, Changes changes) {
        Organisation own = Parties.applicant(facts);
        FormData form = facts.form();
        String uscc = Uscc.normalise(form.text("uscc"));
        Organisation changed = new Organisation(
                own.id(),
                form.text("orgName"),
                uscc,
                Uscc.orgCodeOf(uscc).orElse(own.orgCode()),
                own.types(),
                form.text("regionCode"),
                form.text("legalRepName"),
                own.contactName(),
                own.contactMobile());
        changes.save(changed);
        Enterprise.find(facts, own.id())
                .ifPresent(firm -> changes.of(Enterprise.ENTERPRISES).save(firm.withImportant(form)));
        if (!own.name().equals(changed.name())) {
            renamed(facts, changes, own, changed);
        }
    }

    /** A firm with another name: so say the registrations of its people. */
    private static void renamed(CaseFacts facts, Changes changes, Organisation own, Organisation changed) {
        Book book = Book.of(facts, changes);
        Registration.validAt(facts, own.id())
                .forEach(registration -> book.enter(
                        registration.touched(), BusinessType.CHANGE, "企业名称变更：" + own.name() + "→" + changed.name()));
    }
}
