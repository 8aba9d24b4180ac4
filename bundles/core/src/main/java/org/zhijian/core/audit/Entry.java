package org.zhijian.core.audit;

import java.time.Instant;

/**
 * An entry of the log as the operator may read it: no identity number and no phone in clear.
 *
 * @param stream id of the case or account whose log it stands in
 * @param seq from 1, without gaps
 * @param accountId who did it, blank for nobody
 * @param actor how people read of him
 * @param address network address
 * @param action code
 * @param title Chinese title of the action
 * @param step step of the case, blank for none
 * @param opinion blank for none
 * @param detail JSON, blank for none
 * @param hash SHA-256 over the entry and the hash before it
 */
public record Entry(
        String stream,
        int seq,
        Instant at,
        String accountId,
        String actor,
        String address,
        String action,
        String title,
        String step,
        int round,
        String opinion,
        String detail,
        String hash) {}
