package org.zhijian.api.registration;

import java.util.Objects;
import java.util.function.Function;
import org.zhijian.api.form.FormData;

/**
 * How a registrant may show at once that it is who it says, by what it was known to the system that went before: then its accounts are opened
 * without a review. Whoever fails to is reviewed like anybody else, and is told so.
 *
 * @param field id of the choice in which the registrant says how
 * @param password value of the choice for its old password
 * @param lock value of the choice for its lock
 * @param code reads off the form what the organisation is called by, see {@link OldAccount#code}; blank for nothing
 * @param failed what a registrant reads whose proof does not hold
 */
public record Proving(String field, String password, String lock, Function<FormData, String> code, String failed) {
    public Proving {
        Objects.requireNonNull(field);
        Objects.requireNonNull(password);
        Objects.requireNonNull(lock);
        Objects.requireNonNull(code);
        Objects.requireNonNull(failed);
    }

    /** True if the form says that the old password is shown. */
    public boolean isByPassword(FormData form) {
        return form.text(field).equals(password);
    }

    /** True if the form says that the lock is shown. */
    public boolean isByLock(FormData form) {
        return form.text(field).equals(lock);
    }
}
