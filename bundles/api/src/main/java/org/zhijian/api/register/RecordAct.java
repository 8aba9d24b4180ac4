package org.zhijian.api.register;

import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.zhijian.api.form.FormData;
import org.zhijian.api.procedure.CaseFacts;

/**
 * A matter that is started from a record, such as the change of what it says, with a form that the record has filled in already.
 *
 * @param id lowerCamelCase id, unique in its register
 * @param title what people press, such as 修改
 * @param procedure id of the matter
 * @param form what the form holds at the start, by the record and the world around the one who starts it; pure
 * @param when true for the records that offer it; pure
 */
public record RecordAct<R extends Record>(
        String id, String title, String procedure, BiFunction<R, CaseFacts, FormData> form, Predicate<R> when) {
    public RecordAct {
        Objects.requireNonNull(id);
        Objects.requireNonNull(title);
        Objects.requireNonNull(procedure);
        Objects.requireNonNull(form);
        Objects.requireNonNull(when);
    }
}
