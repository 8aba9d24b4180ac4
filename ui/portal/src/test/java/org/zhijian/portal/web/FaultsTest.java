package org.zhijian.portal.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedChannelException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A page that was closed is no fault; everything else is. */
class FaultsTest {
    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of(new EOFException("Broken pipe"), true),
                Arguments.of(new UncheckedIOException(new EOFException("Broken pipe")), true),
                Arguments.of(new IllegalStateException(new ClosedChannelException()), true),
                Arguments.of(new UncheckedIOException(new FileNotFoundException("scan")), false),
                Arguments.of(new NullPointerException(), false));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void only_a_closed_page_is_no_fault(Throwable fault, boolean hungUp) {
        assertThat(Faults.hasHungUp(fault)).isEqualTo(hungUp);
    }
}
