package org.zhijian.shell;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.table.ShellTable;
import org.zhijian.core.access.Refusal;
import org.zhijian.core.modules.Impact;
import org.zhijian.core.modules.Installation;

/** {@code zhijian:impact}: what depends on a module, before it is removed. */
@Service
@Command(scope = "zhijian", name = "impact", description = "移除模块会影响的办件、待办和台账记录")
public final class ShowImpact implements Action {
    @Argument(name = "id", description = "模块标识", required = true)
    String id;

    @Reference
    Installation installation;

    @Reference
    Session session;

    @Override
    public Object execute() {
        try {
            Impact impact = installation.impact(Console.OPERATOR, id);
            ShellTable table = new ShellTable();
            table.column("种类");
            table.column("名称");
            table.column("数量");
            impact.cases().forEach(count -> table.addRow().addContent("办件", count.title(), count.number()));
            table.addRow().addContent("待办", "", impact.tasks());
            impact.records().forEach(count -> table.addRow().addContent("台账记录", count.title(), count.number()));
            table.print(session.getConsole());
        } catch (Refusal refusal) {
            session.getConsole().println(refusal.getMessage());
        }
        return null;
    }
}
