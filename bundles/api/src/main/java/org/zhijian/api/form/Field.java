package org.zhijian.api.form;

import java.util.Objects;

/**
 * A field of a form. Its label stands beside its id here and nowhere else.
 *
 * @param id lowerCamelCase id, unique in its form, kept in data and spoken over REST
 * @param label Chinese label
 * @param type what may be filled in
 * @param requirement when it must be filled in
 * @param visibility when it is asked for at all; what is not asked for is neither required nor kept
 * @param readOnly shown, never taken from people
 * @param hint where the value is found or how it is written; may be blank
 * @param missing the text when it is not filled in; blank for the house's own
 */
public record Field(
        String id,
        String label,
        FieldType type,
        Condition requirement,
        Condition visibility,
        boolean readOnly,
        String hint,
        String missing) {

    public Field {
        Objects.requireNonNull(id);
        Objects.requireNonNull(label);
        Objects.requireNonNull(type);
        Objects.requireNonNull(requirement);
        Objects.requireNonNull(visibility);
        Objects.requireNonNull(hint);
        Objects.requireNonNull(missing);
    }

    static Field of(String id, String label, FieldType type) {
        return new Field(id, label, type, Condition.NEVER, Condition.ALWAYS, false, "", "");
    }

    public Field required() {
        return requiredWhen(Condition.ALWAYS);
    }

    public Field requiredWhen(Condition condition) {
        return new Field(id, label, type, condition, visibility, readOnly, hint, missing);
    }

    public Field visibleWhen(Condition condition) {
        return new Field(id, label, type, requirement, condition, readOnly, hint, missing);
    }

    public Field readOnlyField() {
        return new Field(id, label, type, requirement, visibility, true, hint, missing);
    }

    public Field hint(String text) {
        return new Field(id, label, type, requirement, visibility, readOnly, text, missing);
    }

    /** The text that is shown instead of “请填写…” when the field is not filled in. */
    public Field missing(String text) {
        return new Field(id, label, type, requirement, visibility, readOnly, hint, text);
    }
}
