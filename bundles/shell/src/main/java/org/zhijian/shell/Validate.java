package org.zhijian.shell;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.zhijian.api.Problem;
import org.zhijian.core.modules.Installation;

/** {@code zhijian:validate}: what is wrong with a jar, without installing it. */
@Service
@Command(scope = "zhijian", name = "validate", description = "检查模块的 jar 文件而不安装")
public final class Validate implements Action {
    @Argument(name = "jar", description = "jar 文件", required = true)
    String jar;

    @Reference
    Installation installation;

    @Reference
    Session session;

    @Override
    public Object execute() throws IOException {
        Path file = Path.of(jar);
        if (!Files.isRegularFile(file)) {
            session.getConsole().println("没有文件 " + file.toAbsolutePath());
            return null;
        }
        try (InputStream content = Files.newInputStream(file)) {
            List<Problem> problems = installation.examine(Console.OPERATOR, content);
            Console.print(session, problems);
            session.getConsole().println(problems.isEmpty() ? "没有发现问题，可以安装" : "共 " + problems.size() + " 个问题，不能安装");
        }
        return null;
    }
}
