package org.zhijian.shell;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.zhijian.core.access.Refusal;
import org.zhijian.core.modules.Installation;

/** {@code zhijian:why}: why a module is in its state, and what mends it. */
@Service
@Command(scope = "zhijian", name = "why", description = "说明模块处于当前状态的原因")
public final class Why implements Action {
    @Argument(name = "id", description = "模块标识", required = true)
    String id;

    @Reference
    Installation installation;

    @Reference
    Session session;

    @Override
    public Object execute() {
        try {
            installation.why(Console.OPERATOR, id).forEach(module -> {
                session.getConsole()
                        .println(module.title() + " " + module.version() + "："
                                + module.state().title());
                Console.print(session, module.reasons());
            });
        } catch (Refusal refusal) {
            session.getConsole().println(refusal.getMessage());
        }
        return null;
    }
}
