package org.zhijian.shell;

import java.util.List;
import java.util.Set;
import org.apache.karaf.shell.api.console.Session;
import org.zhijian.api.Problem;
import org.zhijian.core.access.Caller;

/** Whoever has the console of the process is the operator. */
final class Console {
    static final Caller OPERATOR = new Caller(Caller.Kind.OPERATOR, "", "", "控制台", "", "", "", Set.of(), false, "");

    private Console() {}

    /** Prints each problem with its place, and what mends it below. */
    static void print(Session session, List<Problem> problems) {
        for (Problem problem : problems) {
            session.getConsole().println("  " + problem.place() + "：" + problem.problem());
            if (!problem.mend().isBlank()) {
                session.getConsole().println("    处理：" + problem.mend());
            }
        }
    }
}
