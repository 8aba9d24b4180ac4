package org.zhijian.core.internal.form;

import java.util.List;
import org.zhijian.api.form.Form;
import org.zhijian.api.form.FormData;
import org.zhijian.api.procedure.CaseFacts;
import org.zhijian.core.access.Violation;

/**
 * The one validation of forms: screen, REST and import come here and read the same texts (design invariant 3). Pure functions, but for what a
 * field's choices look up through the facts. No form data whatever makes them throw; a fault of a module's own {@code Options} comes through.
 */
public final class FormRules {
    /** Nothing is filled in where something is wanted. */
    public static final String REQUIRED = "REQUIRED";

    /** Not of the JSON type or the shape that the field has. */
    public static final String FORMAT = "FORMAT";

    /** Too many characters, choices or rows, or too few rows. */
    public static final String LENGTH = "LENGTH";

    /** A number out of its bounds. */
    public static final String RANGE = "RANGE";

    /** Not among the choices, or not among those that this applicant has. */
    public static final String CHOICE = "CHOICE";

    /** A day that the calendar has not, or that lies on the wrong side of today. */
    public static final String DATE = "DATE";

    /** A value for which the form has no field. */
    public static final String UNKNOWN_FIELD = "UNKNOWN_FIELD";

    /** How much is asked of a form. */
    public enum Completeness {
        /** Nothing is wanted, but what is there must be right. */
        DRAFT,
        /** What is required must be there too. */
        COMPLETE
    }

    private FormRules() {}

    /**
     * What is wrong with the data, in the order of the fields, one violation for each field at most; what the form does not know comes last.
     * Fields that are not visible or read-only are passed over. A cell of a table is named {@code table[2].column}, rows counted from 0.
     *
     * @param data as {@link #normalise} answers it
     * @param facts what choices and days are judged by
     */
    public static List<Violation> check(Form form, FormData data, CaseFacts facts, Completeness completeness) {
        FormCheck check = new FormCheck(facts, completeness);
        check.fields(form.fields(), data, Place.TOP);
        return check.violations();
    }

    /**
     * The data as they are kept: without what is blank, read-only or not visible, texts stripped, codes in capitals, decimals as plain strings,
     * a single value of a multiple choice as a list, and the row of a table that has no more than one as its rows. What no field takes, or what has the wrong JSON type, stays for the check to report.
     */
    public static FormData normalise(Form form, FormData data) {
        return Normaliser.fields(form.fields(), data);
    }
}
