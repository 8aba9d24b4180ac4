package org.zhijian.shell;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.zhijian.core.intake.IncomingMessages;
import org.zhijian.core.intake.Reason;
import org.zhijian.core.words.Formats;

/** {@code zhijian:quarantine}: lists the messages of other systems that wait for people, oldest first. */
@Service
@Command(scope = "zhijian", name = "quarantine", description = "列出隔离区中的接收数据")
public final class Quarantine implements Action {
    private static final int MOST = 200;

    @Reference
    IncomingMessages incoming;

    @Reference
    Session session;

    @Override
    public Object execute() {
        var waiting = incoming.quarantined(MOST);
        waiting.forEach(line -> session.getConsole()
                .println(line.id() + "  " + Formats.minute(line.receivedAt()) + "  " + line.jurisdiction() + "/"
                        + line.channel() + "  " + line.key() + "  "
                        + line.reasons().stream()
                                .map(Reason::message)
                                .findFirst()
                                .orElse("")));
        session.getConsole().println("共 " + waiting.size() + (waiting.size() == MOST ? " 条以上" : " 条"));
        return null;
    }
}
