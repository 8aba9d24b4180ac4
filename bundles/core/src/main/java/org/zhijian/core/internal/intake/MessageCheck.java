package org.zhijian.core.internal.intake;

import jakarta.persistence.EntityManager;
import java.util.List;
import org.zhijian.api.form.FormData;
import org.zhijian.api.intake.Intake;
import org.zhijian.api.procedure.CaseFacts;
import org.zhijian.api.procedure.CaseFacts.Moment;
import org.zhijian.core.access.Caller;
import org.zhijian.core.access.Violation;
import org.zhijian.core.internal.cases.FactsFinder;
import org.zhijian.core.internal.form.FormRules;
import org.zhijian.core.internal.form.FormRules.Completeness;
import org.zhijian.core.internal.modules.ModuleCode;
import org.zhijian.core.internal.modules.Modules;
import org.zhijian.core.internal.settings.Time;

/** Whether a message has the form of its channel: the same question when it comes, when it is judged and when it is mended. Thread-safe. */
final class MessageCheck {
    private final Modules modules;
    private final Time time;

    MessageCheck(Modules modules, Time time) {
        this.modules = modules;
        this.time = time;
    }

    /** What is wrong with a message; empty if nothing. @param message as {@link FormRules#normalise} answers it */
    List<Violation> violations(EntityManager em, String jurisdiction, Intake intake, FormData message) {
        CaseFacts world = world(em, jurisdiction, message);
        return ModuleCode.call(
                jurisdiction,
                "channel " + intake.id(),
                () -> FormRules.check(intake.form(), message, world, Completeness.COMPLETE));
    }

    /** The world around a message: nobody has applied for anything. */
    CaseFacts world(EntityManager em, String jurisdiction, FormData message) {
        return new FactsFinder(em, time, modules).ofCaller(Caller.nobody(""), jurisdiction, message, Moment.SUBMITTING);
    }
}
