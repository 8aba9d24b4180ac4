package org.zhijian.core.internal.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SequencesTest {
    private static final int WRITERS = 6;
    private static final int NUMBERS = 40;

    @ParameterizedTest
    @MethodSource("org.zhijian.core.internal.store.Databases#shared")
    void writersAtTheSameTimeGetConsecutiveNumbers(Database database) throws Exception {
        Transactions transactions = new Transactions(database);
        Callable<Long> next = () -> transactions.write(em -> Sequences.next(em, "sequences-test/consecutive"));
        ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
        List<Long> numbers = new ArrayList<>();
        try {
            for (Future<Long> number : writers.invokeAll(
                    IntStream.range(0, NUMBERS).mapToObj(i -> next).toList())) {
                numbers.add(number.get());
            }
        } finally {
            writers.shutdown();
        }

        assertThat(numbers)
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.rangeClosed(1, NUMBERS).boxed().toList());
    }

    @ParameterizedTest
    @MethodSource("org.zhijian.core.internal.store.Databases#shared")
    void whatIsRolledBackIsGivenAgain(Database database) {
        Transactions transactions = new Transactions(database);
        String sequence = "sequences-test/rollback";
        transactions.run(em -> Sequences.next(em, sequence));

        assertThatThrownBy(() -> transactions.run(em -> {
                    Sequences.next(em, sequence);
                    throw new IllegalStateException("changed its mind");
                }))
                .hasMessage("changed its mind");

        long number = transactions.write(em -> Sequences.next(em, sequence));
        assertThat(number).isEqualTo(2);
    }
}
