package org.zhijian.core.modules;

/**
 * What a purge has taken away for good; one that was begun again tells what the last run found.
 *
 * @param id id of the jurisdiction
 * @param cases how many cases, drafts among them
 * @param records how many records of registers
 * @param accounts how many accounts of its portal
 */
public record Purged(String id, long cases, long records, long accounts) {}
