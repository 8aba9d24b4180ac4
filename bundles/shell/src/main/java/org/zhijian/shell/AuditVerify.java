package org.zhijian.shell;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.zhijian.core.audit.Audit;
import org.zhijian.core.audit.Verification;

/** {@code zhijian:audit-verify}: verifies the audit and tells what does not fit. */
@Service
@Command(scope = "zhijian", name = "audit-verify", description = "核验全部审计日志与检查点")
public final class AuditVerify implements Action {
    @Reference
    Audit audit;

    @Reference
    Session session;

    @Override
    public Object execute() {
        Verification verification = audit.verifyNow();
        session.getConsole()
                .println(verification.state().title() + "：" + verification.checkpoints() + " 个检查点、"
                        + verification.streams() + " 个流、" + verification.entries() + " 条日志");
        verification.findings().forEach(finding -> session.getConsole()
                .println(finding.kind().title() + "：" + finding.message()));
        return null;
    }
}
