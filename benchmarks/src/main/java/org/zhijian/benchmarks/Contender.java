package org.zhijian.benchmarks;

import java.util.Map;

/**
 * Somebody who does the job: a case with a form of twenty fields is handed in (one commit), the first office approves (one commit), one of
 * two offices approves and the record is made (one commit). All of it is durable and leaves its full history. Thread-safe.
 */
interface Contender extends AutoCloseable {
    String name();

    /** Does the job once. @param worker who does it, from 0 */
    void oneCase(int worker, Map<String, Object> form) throws Exception;

    @Override
    default void close() {}
}
