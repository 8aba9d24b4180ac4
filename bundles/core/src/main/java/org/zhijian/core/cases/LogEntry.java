package org.zhijian.core.cases;

import java.time.Instant;

/**
 * A line of a case's log (办理记录).
 *
 * @param actor who, as the parties may read it
 * @param action what, in Chinese
 * @param opinion may be blank
 * @param step id of the step, blank if none
 */
public record LogEntry(int seq, Instant at, String actor, String action, String opinion, String step, int round) {}
