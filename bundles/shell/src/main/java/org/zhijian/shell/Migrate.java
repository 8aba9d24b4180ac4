package org.zhijian.shell;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.table.ShellTable;
import org.zhijian.core.access.Refusal;
import org.zhijian.core.modules.Migrations;
import org.zhijian.core.modules.Migrations.Outcome;

/** {@code zhijian:migrate}: which open cases come over to the running version of a module, and with {@code --run} has them do so. */
@Service
@Command(scope = "zhijian", name = "migrate", description = "在办件迁移到运行中的版本：预览，加 --run 则执行")
public final class Migrate implements Action {
    @Argument(name = "id", description = "模块标识", required = true)
    String id;

    @Option(name = "--run", description = "执行迁移")
    boolean run;

    @Reference
    Migrations migrations;

    @Reference
    Session session;

    @Override
    public Object execute() {
        try {
            Outcome outcome = run ? migrations.run(Console.OPERATOR, id) : migrations.preview(Console.OPERATOR, id);
            ShellTable table = new ShellTable();
            table.column("事项");
            table.column("原版本");
            table.column(run ? "已迁移" : "可迁移");
            outcome.moves().forEach(move -> table.addRow().addContent(move.title(), move.from(), move.cases()));
            table.print(session.getConsole());
            session.getConsole().println("不能迁移：" + outcome.staying());
            outcome.stays().forEach(stay -> session.getConsole()
                    .println(stay.number() + " " + stay.title() + "：" + stay.reason()));
        } catch (Refusal refusal) {
            session.getConsole().println(refusal.getMessage());
        }
        return null;
    }
}
