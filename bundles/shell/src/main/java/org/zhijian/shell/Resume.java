package org.zhijian.shell;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.zhijian.core.access.Refusal;
import org.zhijian.core.modules.Installation;

/** {@code zhijian:resume}: lets calls into the code of a module again that was cut off. */
@Service
@Command(scope = "zhijian", name = "resume", description = "恢复被隔离的模块")
public final class Resume implements Action {
    @Argument(name = "id", description = "模块标识", required = true)
    String id;

    @Reference
    Installation installation;

    @Reference
    Session session;

    @Override
    public Object execute() {
        try {
            installation.resume(Console.OPERATOR, id).forEach(module -> session.getConsole()
                    .println(module.id() + " " + module.version() + " "
                            + module.state().title()));
        } catch (Refusal refusal) {
            session.getConsole().println(refusal.getMessage());
        }
        return null;
    }
}
