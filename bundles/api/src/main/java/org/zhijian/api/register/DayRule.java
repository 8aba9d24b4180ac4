package org.zhijian.api.register;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.osgi.annotation.versioning.ConsumerType;
import org.zhijian.api.procedure.CaseFacts;
import org.zhijian.api.procedure.Changes;

/**
 * What a day does to a record by itself, without an act of anybody: a qualification runs out, paper that has not come back is reminded of. The
 * core carries it out once the day has come, in one transaction for each record; a day that passed while the system stood still is made up for.
 *
 * @param id lowerCamelCase id, unique in its register; another one when the day is told otherwise, so that stored records are looked at anew
 * @param title what the history of the record says, such as 资质有效期届满
 * @param day the first day on which it is to be done, empty for never; pure, and asked of the record alone
 * @param effect what it does. Afterwards the record must not be due on the same day any more: it has another status, or bears the day on which
 *     it was done
 */
public record DayRule<R extends Record>(
        String id, String title, Function<R, Optional<LocalDate>> day, DayEffect<R> effect) {

    /** What is done with a record whose day has come. */
    @ConsumerType
    @FunctionalInterface
    public interface DayEffect<R> {
        /** @param facts the world of that day, of no case: without number, applicant and form */
        void apply(R item, CaseFacts facts, Changes changes);
    }

    public DayRule {
        Objects.requireNonNull(id);
        Objects.requireNonNull(title);
        Objects.requireNonNull(day);
        Objects.requireNonNull(effect);
    }

    /** True if it is to be done with this record on that day. */
    public boolean isDue(R item, LocalDate today) {
        return day.apply(item).filter(due -> !due.isAfter(today)).isPresent();
    }
}
