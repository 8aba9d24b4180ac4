package org.zhijian.core.cases;

import java.util.Objects;
import org.zhijian.api.chain.Decision;
import org.zhijian.api.form.FormData;

/**
 * A decision as the actor makes it.
 *
 * @param opinion may be blank where none is required
 * @param form what the step asks for
 * @param returnTo for a return: who corrects, as {@link org.zhijian.api.chain.Corrector#to}; blank for the usual one
 */
public record Verdict(Decision decision, String opinion, FormData form, String returnTo) {
    public Verdict {
        Objects.requireNonNull(decision);
        Objects.requireNonNull(opinion);
        Objects.requireNonNull(form);
        Objects.requireNonNull(returnTo);
    }
}
