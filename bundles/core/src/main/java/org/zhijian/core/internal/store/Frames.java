package org.zhijian.core.internal.store;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Tells from a stack, the innermost frame first, whose code it is that acts. */
final class Frames {
    private static final String CORE = "org.zhijian.core.";
    private static final String API = "org.zhijian.api.";

    private Frames() {}

    /**
     * True if code of this package acts itself: the innermost frame is its own, and it was called by no library, nor by the initialisation of a
     * class. Where a thread is stopped there, no lock, class or table of ours is left half done.
     */
    static boolean isIn(String home, StackTraceElement... stack) {
        List<StackTraceElement> others = untilCore(stack)
                .filter(frame -> frame.getModuleName() == null)
                .filter(frame -> !frame.getClassName().startsWith(API))
                .filter(frame -> !isOwn(home, frame))
                .toList();
        boolean initialises =
                Arrays.stream(stack).anyMatch(frame -> frame.getMethodName().equals("<clinit>"));
        return stack.length > 0 && isOwn(home, stack[0]) && others.isEmpty() && !initialises;
    }

    /** True if code of this package asked the JDK for what it is about to do, and nobody in between. */
    static boolean isFrom(String home, StackTraceElement... stack) {
        return Arrays.stream(stack)
                .dropWhile(frame -> !isThread(frame))
                .filter(frame -> frame.getModuleName() == null)
                .findFirst()
                .filter(frame -> isOwn(home, frame))
                .isPresent();
    }

    private static boolean isThread(StackTraceElement frame) {
        return frame.getClassName().equals(Thread.class.getName())
                && frame.getMethodName().equals("<init>");
    }

    private static Stream<StackTraceElement> untilCore(StackTraceElement... stack) {
        return Arrays.stream(stack).takeWhile(frame -> !frame.getClassName().startsWith(CORE));
    }

    private static boolean isOwn(String home, StackTraceElement frame) {
        return !home.isBlank() && frame.getClassName().startsWith(home + ".");
    }
}
