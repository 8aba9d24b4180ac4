package org.zhijian.api.query;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.osgi.annotation.versioning.ConsumerType;
import org.zhijian.api.directory.Directory;
import org.zhijian.api.register.Registers;

/**
 * How a jurisdiction answers a question out of its own registers.
 *
 * @param query the question
 * @param answer finds the answer
 */
public record Source<A extends Record>(Query<A> query, Answer<A> answer) {

    /**
     * Who is asked about, and where to look. Of one transaction; not to be kept.
     *
     * @param personId whom the question is about
     * @param today the day for which it is asked
     * @param directory the organisations and people that everybody knows
     * @param registers the registers of the jurisdiction that answers
     */
    public record Asked(String personId, LocalDate today, Directory directory, Registers registers) {
        public Asked {
            Objects.requireNonNull(personId);
            Objects.requireNonNull(today);
            Objects.requireNonNull(directory);
            Objects.requireNonNull(registers);
        }
    }

    /** Finds an answer. A pure function of what is asked; it never answers null, and empty if there is nothing. */
    @ConsumerType
    @FunctionalInterface
    public interface Answer<A extends Record> {
        List<A> of(Asked asked);
    }

    public Source {
        Objects.requireNonNull(query);
        Objects.requireNonNull(answer);
    }

    public static <A extends Record> Source<A> source(Query<A> query, Answer<A> answer) {
        return new Source<>(query, answer);
    }
}
