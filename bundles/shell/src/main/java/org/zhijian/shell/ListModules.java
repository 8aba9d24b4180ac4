package org.zhijian.shell;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.table.ShellTable;
import org.zhijian.core.modules.Installation;

/** {@code zhijian:modules}: every version of every module and its state. */
@Service
@Command(scope = "zhijian", name = "modules", description = "列出全部模块及其状态")
public final class ListModules implements Action {
    @Reference
    Installation installation;

    @Reference
    Session session;

    @Override
    public Object execute() {
        ShellTable table = new ShellTable();
        table.column("标识");
        table.column("名称");
        table.column("版本");
        table.column("状态");
        table.column("失败次数");
        installation.modules(Console.OPERATOR).forEach(module -> table.addRow()
                .addContent(
                        module.id(),
                        module.title(),
                        module.version(),
                        module.state().title(),
                        module.faults()));
        table.print(session.getConsole());
        return null;
    }
}
