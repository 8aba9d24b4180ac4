package org.zhijian.benchmarks;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import org.flowable.engine.ProcessEngine;
import org.flowable.engine.delegate.DelegateExecution;
import org.flowable.engine.delegate.JavaDelegate;
import org.flowable.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.flowable.engine.impl.util.CommandContextUtil;
import org.flowable.task.api.Task;

/** The job in a workflow engine, as lean as it goes: the form is one JSON variable, history is full, nothing runs beside it. */
final class Flowable implements Contender {
    static final String DATABASE = "flowable";

    private static final String PROCESS =
            """
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:flowable="http://flowable.org/bpmn"
                         targetNamespace="benchmark">
              <process id="permit" isExecutable="true">
                <startEvent id="begin"/>
                <sequenceFlow id="a" sourceRef="begin" targetRef="first"/>
                <userTask id="first" flowable:candidateGroups="s1"/>
                <sequenceFlow id="b" sourceRef="first" targetRef="second"/>
                <userTask id="second" flowable:candidateGroups="s2a,s2b"/>
                <sequenceFlow id="c" sourceRef="second" targetRef="record"/>
                <serviceTask id="record" flowable:class="org.zhijian.benchmarks.Flowable$MakeRecord"/>
                <sequenceFlow id="d" sourceRef="record" targetRef="end"/>
                <endEvent id="end"/>
              </process>
            </definitions>
            """;

    private static final JsonMapper JSON = new JsonMapper();

    private final HikariDataSource pool;
    private final ProcessEngine engine;

    Flowable(Server server) throws SQLException {
        server.renew(DATABASE);
        pool = server.pool(DATABASE, 10);
        StandaloneProcessEngineConfiguration configuration = new StandaloneProcessEngineConfiguration();
        configuration.setDataSource(pool);
        configuration.setDatabaseSchemaUpdate("true");
        configuration.setHistory("full");
        configuration.setAsyncExecutorActivate(false);
        engine = configuration.buildProcessEngine();
        try (Connection connection = pool.getConnection()) {
            connection
                    .createStatement()
                    .execute(
                            "create table records(number text primary key, case_id text not null, body text not null)");
        }
        engine.getRepositoryService()
                .createDeployment()
                .addString("permit.bpmn20.xml", PROCESS)
                .deploy();
    }

    /** Makes the record on the engine's own connection, so that it commits with the task. */
    public static final class MakeRecord implements JavaDelegate {
        @Override
        public void execute(DelegateExecution execution) {
            Connection connection = CommandContextUtil.getDbSqlSession(CommandContextUtil.getCommandContext())
                    .getSqlSession()
                    .getConnection();
            String id = execution.getProcessInstanceId();
            try (PreparedStatement insert =
                    connection.prepareStatement("insert into records(number, case_id, body) values (?, ?, ?)")) {
                insert.setString(1, "R" + id);
                insert.setString(2, id);
                insert.setString(3, (String) execution.getVariable("form"));
                insert.executeUpdate();
            } catch (SQLException failed) {
                throw new IllegalStateException(failed);
            }
        }
    }

    @Override
    public String name() {
        return "flowable";
    }

    @Override
    public void oneCase(int worker, Map<String, Object> form) throws Exception {
        String id = engine.getRuntimeService()
                .startProcessInstanceByKey(
                        "permit",
                        Map.of("form", JSON.writeValueAsString(form), "applicantName", form.get("applicantName")))
                .getId();
        approve(id, "s1");
        approve(id, worker % 2 == 0 ? "s2a" : "s2b");
    }

    private void approve(String id, String office) {
        Task task = engine.getTaskService()
                .createTaskQuery()
                .processInstanceId(id)
                .taskCandidateGroup(office)
                .singleResult();
        engine.getTaskService().complete(task.getId(), Map.of(task.getTaskDefinitionKey(), "材料齐全，同意"));
    }

    @Override
    public void close() {
        engine.close();
        pool.close();
    }
}
