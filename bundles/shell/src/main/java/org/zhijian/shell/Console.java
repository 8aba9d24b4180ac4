package org.zhijian.shell;

import java.util.Set;
import org.zhijian.core.access.Caller;

/** Whoever has the console of the process is the operator. */
final class Console {
    static final Caller OPERATOR = new Caller(Caller.Kind.OPERATOR, "", "", "控制台", "", "", "", Set.of(), false, "");

    private Console() {}
}
