package org.zhijian.api.check;

import java.time.YearMonth;
import java.util.Objects;
import java.util.Optional;

/**
 * A region of GB/T 2260. Its dates are those of the published editions of the list, so they are accurate to the edition and not to the day of a
 * reform.
 *
 * @param code six digits
 * @param name name without those above, such as 江阴市; of a code given twice in history the later name
 * @param validFrom the first edition that lists the code, empty if the oldest one at hand does
 * @param validTo the last edition that lists the code, empty if the newest one at hand does
 * @param successor the code that took its place, empty if current or not recorded
 */
public record Region(
        String code,
        String name,
        Optional<YearMonth> validFrom,
        Optional<YearMonth> validTo,
        Optional<String> successor) {
    public Region {
        Objects.requireNonNull(code);
        Objects.requireNonNull(name);
        Objects.requireNonNull(validFrom);
        Objects.requireNonNull(validTo);
        Objects.requireNonNull(successor);
    }

    /** Whether a new record may use the code; old records keep theirs. */
    public boolean current() {
        return validTo.isEmpty();
    }

    /** The level by the structure of the code: xx0000, xxxx00, else county; that of a retired region is the one it had. */
    public RegionLevel level() {
        if (code.endsWith("0000")) {
            return RegionLevel.PROVINCE;
        }
        return code.endsWith("00") ? RegionLevel.CITY : RegionLevel.COUNTY;
    }
}
