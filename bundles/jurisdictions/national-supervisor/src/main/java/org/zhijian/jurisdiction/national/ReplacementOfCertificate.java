package org.zhijian.jurisdiction.national;

import static org.zhijian.api.form.Condition.is;
import static org.zhijian.api.form.Fields.choice;
import static org.zhijian.api.form.Fields.pastDate;

import org.zhijian.api.form.Condition;
import org.zhijian.api.procedure.CaseFacts;
import org.zhijian.api.procedure.Changes;
import org.zhijian.api.procedure.Procedure;

/** NS-P02 遗失（破损）补办: the certificate is issued once more under its number. */
final class ReplacementOfCertificate {
    private static final Condition LOST = is("lossKind", LossKind.LOST);
    private static final Condition DAMAGED = is("lossKind", LossKind.DAMAGED);
    private static final RegistrationMatter MATTER = RegistrationMatter.ofRegistered(BusinessType.REPLACEMENT, 5);

    private ReplacementOfCertificate() {}

    static Procedure procedure(Settings settings) {
        Procedure.Builder matter = MATTER.begin()
                .section(
                        "补办申请",
                        RegistrationMatter.registrationNo(),
                        choice("lossKind", "补办类型", LossKind.class).required(),
                        pastDate("lostOn", "遗失日期").visibleWhen(LOST).required())
                .attach(
                        Materials.photo(),
                        Materials.when(LOST, "lossStatement", "遗失声明"),
                        Materials.when(DAMAGED, "damagedCertificate", "破损证书照片"))
                .guard(RegistrationRules.isRegistered(MATTER));
        return MATTER.end(matter, settings, ReplacementOfCertificate::replace);
    }

    private static void replace(CaseFacts facts, Changes changes) {
        Registration known = MATTER.required(facts);
        String kind = Codes.find(LossKind.class, facts.form().text("lossKind"))
                .map(LossKind::title)
                .orElse("");
        Book.of(facts, changes).enter(known.touched(), BusinessType.REPLACEMENT, "证书" + kind + "补办");
        PracticeCertificate.issueAgain(changes, known);
    }
}
