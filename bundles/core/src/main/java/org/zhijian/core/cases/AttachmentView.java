package org.zhijian.core.cases;

import java.time.Instant;

/**
 * An attachment. Those of a case come in the order in which whoever handed them in wants them seen.
 *
 * @param n its number in the case, from 1, never given twice
 * @param slot id of its slot
 * @param round the round in which it was handed in; later rounds may replace it, it stays readable
 * @param current true if it belongs to the present round
 * @param replacedIn the round in which it was taken out, to which it no longer belongs; 0 while it is current
 * @param quality how well it can be read
 */
public record AttachmentView(
        int n,
        String slot,
        String fileName,
        String mediaType,
        long size,
        String sha256,
        int round,
        boolean current,
        int replacedIn,
        ScanQuality quality,
        Instant at) {

    /** True if it was among what this round handed in. */
    public boolean isOfRound(int which) {
        return round <= which && (replacedIn == 0 || which < replacedIn);
    }
}
