package org.zhijian.core.internal.cases;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.zhijian.core.internal.store.Sequences;
import org.zhijian.core.internal.store.Transactions;

/**
 * Numbers of cases: prefix, year, and a number that is taken in blocks, so that starting a case waits for no other. They are unique and grow;
 * a restart leaves a gap. (Numbers that the law wants without gaps are issued by effects.) Thread-safe.
 */
final class CaseNumbers {
    private static final int BLOCK = 20;

    private final Transactions transactions;
    private final Map<String, long[]> blocks = new HashMap<>();

    CaseNumbers(Transactions transactions) {
        this.transactions = transactions;
    }

    synchronized String next(String prefix, LocalDate today) {
        String series = prefix + "-" + today.getYear();
        long[] block = blocks.get(series);
        if (block == null || block[0] == block[1]) {
            long number = transactions.write(em -> Sequences.next(em, "case:" + series));
            block = new long[] {(number - 1) * BLOCK, number * BLOCK};
            blocks.put(series, block);
        }
        return "%s-%06d".formatted(series, ++block[0]);
    }
}
