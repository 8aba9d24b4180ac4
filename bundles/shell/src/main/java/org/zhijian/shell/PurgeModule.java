package org.zhijian.shell;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.zhijian.core.access.Refusal;
import org.zhijian.core.modules.Installation;
import org.zhijian.core.modules.Purged;

/** {@code zhijian:purge}: deletes for good what a removed module has left. */
@Service
@Command(scope = "zhijian", name = "purge", description = "清除已移除模块的办件、台账和账号，不可恢复；审计记录保留")
public final class PurgeModule implements Action {
    @Argument(name = "id", description = "模块标识", required = true)
    String id;

    @Option(name = "--confirm", description = "再次填写模块标识，以确认清除")
    String confirmation = "";

    @Reference
    Installation installation;

    @Reference
    Session session;

    @Override
    public Object execute() {
        try {
            Purged purged = installation.purge(Console.OPERATOR, id, confirmation);
            session.getConsole()
                    .println("已清除 " + purged.id() + "：办件 " + purged.cases() + "，台账记录 " + purged.records() + "，账号 "
                            + purged.accounts());
        } catch (Refusal refusal) {
            session.getConsole().println(refusal.getMessage());
        }
        return null;
    }
}
