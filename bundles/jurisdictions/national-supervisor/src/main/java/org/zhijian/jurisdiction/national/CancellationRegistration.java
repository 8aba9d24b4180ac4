package org.zhijian.jurisdiction.national;

import static org.zhijian.api.form.Fields.choice;
import static org.zhijian.api.form.Fields.longText;

import org.zhijian.api.procedure.CaseFacts;
import org.zhijian.api.procedure.Changes;
import org.zhijian.api.procedure.Procedure;

/** NS-P02 注销注册: a registration ends at its holder's wish, or on the grounds of the regulation. */
final class CancellationRegistration {
    private static final RegistrationMatter MATTER = RegistrationMatter.ofRegistered(BusinessType.CANCELLATION, 5);

    private CancellationRegistration() {}

    static Procedure procedure(Settings settings) {
        Procedure.Builder matter = MATTER.begin()
                .section(
                        "注销申请",
                        RegistrationMatter.registrationNo(),
                        choice("reason", "注销原因", CancellationReason.class).required(),
                        longText("remark", "说明", 500))
                .attach(Materials.required("applicationForm", "注销注册申请表"), Materials.optional("certificate", "注册执业证书"));
        return MATTER.end(matter, settings, CancellationRegistration::cancel);
    }

    private static void cancel(CaseFacts facts, Changes changes) {
        Registration known = MATTER.required(facts);
        String reason = Codes.find(CancellationReason.class, facts.form().text("reason"))
                .map(CancellationReason::title)
                .orElse("");
        end(Book.of(facts, changes), known, BusinessType.CANCELLATION, "注销注册：" + reason);
    }

    /** The registration ends, with its certificate; its holder is free. */
    static void end(Book book, Registration known, BusinessType type, String what) {
        book.enter(known.in(RegistrationStatus.CANCELLED), type, what);
        PracticeCertificate.voidAll(book.changes(), known.registrationNo());
        book.changes().endEmployment(known.person(), known.organisation(), book.today());
    }
}
