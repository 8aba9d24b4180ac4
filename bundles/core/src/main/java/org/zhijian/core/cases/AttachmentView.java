package org.zhijian.core.cases;

import java.time.Instant;

/**
 * An attachment.
 *
 * @param n its number in the case, from 1, never given twice
 * @param slot id of its slot
 * @param round the round in which it was handed in; later rounds may replace it, it stays readable
 * @param current true if it belongs to the present round
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
        Instant at) {}
