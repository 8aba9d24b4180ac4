package org.zhijian.portal.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.server.communication.ServerRpcHandler;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedChannelException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
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

    /** What Vaadin throws bears where it was thrown; the same exception from code of ours is a fault. */
    @Test
    void a_message_that_comes_twice_is_no_fault() {
        UnsupportedOperationException fault =
                new UnsupportedOperationException("Unexpected message id from the client");
        assertThat(Faults.isOutOfStep(fault)).isFalse();

        fault.setStackTrace(new StackTraceElement[] {
            new StackTraceElement(ServerRpcHandler.class.getName(), "handleRpc", "ServerRpcHandler.java", 365)
        });
        assertThat(Faults.isOutOfStep(fault)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("faults")
    void only_a_closed_page_is_no_fault(Throwable fault, boolean hungUp) {
        assertThat(Faults.hasHungUp(fault)).isEqualTo(hungUp);
    }
}
