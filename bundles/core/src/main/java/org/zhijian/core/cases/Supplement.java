package org.zhijian.core.cases;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * A one-time notice of what is missing (一次性告知补正): a closed list, since nothing may be asked for later that is not on it.
 *
 * @param items ids of the fields and attachment slots of the applicant that have to be corrected
 * @param dueOn the last day on which they may be handed in
 */
public record Supplement(List<String> items, LocalDate dueOn) {
    public Supplement {
        items = List.copyOf(items);
        Objects.requireNonNull(dueOn);
    }
}
