package org.zhijian.core.internal.cases;

import org.zhijian.api.form.Field;
import org.zhijian.api.form.FormData;
import org.zhijian.api.procedure.CaseFacts;
import org.zhijian.api.procedure.Procedure;
import org.zhijian.core.internal.modules.ModuleCode;

/** The read-only fields of a form, which the system fills in and nobody else. */
final class KnownFields {
    private KnownFields() {}

    /** The form of these facts with what the procedure knows in its read-only fields; what it does not know is empty. */
    static FormData fill(String jurisdiction, Procedure procedure, CaseFacts facts) {
        if (procedure.form().fields().stream().noneMatch(Field::readOnly)) {
            return facts.form();
        }
        FormData known = ModuleCode.call(
                jurisdiction, "known fields", () -> procedure.known().apply(facts));
        FormData filled = facts.form();
        for (Field field : procedure.form().fields()) {
            if (field.readOnly()) {
                boolean asked = field.visibility().test(filled);
                filled = filled.with(field.id(), asked ? known.value(field.id()).orElse(null) : null);
            }
        }
        return filled;
    }
}
