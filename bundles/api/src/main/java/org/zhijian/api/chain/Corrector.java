package org.zhijian.api.chain;

import java.util.Objects;

/**
 * Who corrects after a return.
 *
 * @param to {@link #APPLICANT} or the id of an earlier step that a party takes
 * @param title what is wrong, as the reviewer chooses it, such as 调入材料
 * @param label label of the state meanwhile, such as 退回（调入方）
 */
public record Corrector(String to, String title, String label) {
    /** The applicant corrects the form. */
    public static final String APPLICANT = "applicant";

    public Corrector {
        Objects.requireNonNull(to);
        Objects.requireNonNull(title);
        Objects.requireNonNull(label);
    }

    public static Corrector applicant(String title, String label) {
        return new Corrector(APPLICANT, title, label);
    }

    /** The party of this step takes it again. */
    public static Corrector step(String stepId, String title, String label) {
        return new Corrector(stepId, title, label);
    }
}
