package org.zhijian.api.notice;

import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.zhijian.api.procedure.CaseFacts;

/**
 * What a procedure has its cases say by themselves. In the texts stand {@code {number}}, {@code {procedure}}, {@code {applicant}},
 * {@code {state}} (the case's state by now), {@code {step}}, {@code {decision}}, {@code {opinion}}, {@code {date}}, near a deadline {@code {dueOn}},
 * and the id of any field of the applicant's form; what a case has no value for is left blank.
 */
public sealed interface CaseMessage {

    /** When it is said. */
    Set<Occasion> on();

    /**
     * An SMS.
     *
     * @param mobile whom it goes to; blank for nobody
     */
    record Sms(Set<Occasion> on, SmsTemplate template, Function<CaseFacts, String> mobile) implements CaseMessage {
        public Sms {
            on = Set.copyOf(on);
            Objects.requireNonNull(template);
            Objects.requireNonNull(mobile);
        }
    }

    /** The applicant's message in its desk in the procedure's own words. */
    record Desk(Set<Occasion> on, String text) implements CaseMessage {
        public Desk {
            on = Set.copyOf(on);
            Objects.requireNonNull(text);
        }
    }

    static CaseMessage sms(SmsTemplate template, Function<CaseFacts, String> mobile, Occasion... on) {
        return new Sms(Set.of(on), template, mobile);
    }

    static CaseMessage desk(String text, Occasion... on) {
        return new Desk(Set.of(on), text);
    }
}
