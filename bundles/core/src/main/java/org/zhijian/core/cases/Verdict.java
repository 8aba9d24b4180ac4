package org.zhijian.core.cases;

import java.util.Objects;
import java.util.Optional;
import org.zhijian.api.chain.Decision;
import org.zhijian.api.form.FormData;

/**
 * A decision as the actor makes it.
 *
 * @param opinion may be blank where none is required
 * @param form what the step asks for
 * @param returnTo for a return: who corrects, as {@link org.zhijian.api.chain.Corrector#to}; blank for the usual one
 * @param supplement what is missing; needed for {@link Decision#SUPPLEMENT} and for nothing else
 */
public record Verdict(
        Decision decision, String opinion, FormData form, String returnTo, Optional<Supplement> supplement) {
    public Verdict {
        Objects.requireNonNull(decision);
        Objects.requireNonNull(opinion);
        Objects.requireNonNull(form);
        Objects.requireNonNull(returnTo);
        Objects.requireNonNull(supplement);
    }

    public Verdict(Decision decision, String opinion, FormData form, String returnTo) {
        this(decision, opinion, form, returnTo, Optional.empty());
    }
}
