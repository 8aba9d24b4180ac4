package org.zhijian.core.internal.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whose code acts; frames from the innermost outwards. */
class FramesTest {

    @ParameterizedTest(name = "{0}")
    @DisplayName("a thread is ended only in the module's code itself")
    @CsvSource({
        "in a loop of the module, true, toys.Toy.check org.zhijian.core.CaseChecks.guards",
        "in a package below, true, toys.parts.Wheel.turn toys.Toy.check org.zhijian.core.CaseChecks.guards",
        "called by a stream, true, toys.Toy.test java.base/java.util.stream.Sink.accept toys.Toy.check org.zhijian.core.X.y",
        "called by a rule of the API, true, toys.Toy.check org.zhijian.api.RowRules.of org.zhijian.core.X.y",
        "in the JDK, false, java.base/java.util.HashMap.put toys.Toy.check org.zhijian.core.X.y",
        "in the API, false, org.zhijian.api.FormData.text toys.Toy.check org.zhijian.core.X.y",
        "in the core that it called, false, org.zhijian.core.Records.find toys.Toy.check org.zhijian.core.X.y",
        "in persistence that the core called, false, org.apache.openjpa.Broker.find org.zhijian.core.Records.find toys.Toy.check",
        "called back by a library, false, toys.Toy.check org.example.Parser.read toys.Toy.check org.zhijian.core.X.y",
        "in the initialisation of a class, false, toys.Toy.count toys.Toy.<clinit> toys.Toy.check org.zhijian.core.X.y",
        "in a package with a like name, false, toystore.Toy.check org.zhijian.core.X.y",
        "in the core alone, false, org.zhijian.core.X.y",
    })
    void a_thread_is_ended_only_in_the_modules_code_itself(String where, boolean ended, String frames) {
        assertThat(Frames.isIn("toys", stack(frames))).as(where).isEqualTo(ended);
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("who makes a thread is whoever asked the JDK")
    @CsvSource({
        "the module, true, org.zhijian.core.Ban.child java.base/java.lang.Thread.<init> toys.Toy.check org.zhijian.core.X.y",
        "an executor of the module, true, java.base/java.lang.Thread.<init> java.base/java.util.concurrent.X.add toys.Toy.check",
        "the pool of connections, false, java.base/java.lang.Thread.<init> com.zaxxer.hikari.Pool.add org.zhijian.core.X.y toys.Toy.check",
        "the core, false, java.base/java.lang.Thread.<init> java.base/java.util.X.y org.zhijian.core.X.y toys.Toy.check",
    })
    void who_makes_a_thread_is_whoever_asked_the_jdk(String who, boolean module, String frames) {
        assertThat(Frames.isFrom("toys", stack(frames))).as(who).isEqualTo(module);
    }

    private static StackTraceElement[] stack(String frames) {
        return Arrays.stream(frames.split(" ")).map(FramesTest::frame).toArray(StackTraceElement[]::new);
    }

    private static StackTraceElement frame(String text) {
        int slash = text.indexOf('/');
        String module = slash < 0 ? null : text.substring(0, slash);
        String name = text.substring(slash + 1);
        int dot = name.lastIndexOf('.');
        return new StackTraceElement(null, module, null, name.substring(0, dot), name.substring(dot + 1), "X.java", 1);
    }
}
