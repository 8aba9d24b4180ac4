package org.zhijian.rest.resource;

import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import org.zhijian.api.chain.CaseState;
import org.zhijian.core.cases.TaskQuery;
import org.zhijian.core.cases.TaskQuery.Box;
import org.zhijian.rest.schema.SortedBy;

/** Which tasks are asked for, as query parameters. Filled in by JAX-RS. */
public final class TaskQuestion {
    @QueryParam("jurisdiction")
    private String jurisdiction;

    @QueryParam("procedure")
    private String procedure;

    @QueryParam("box")
    private String box;

    @QueryParam("state")
    private String state;

    @QueryParam("q")
    private String text;

    @QueryParam("from")
    private String from;

    @QueryParam("to")
    private String to;

    @QueryParam("sort")
    @SortedBy(TaskQuery.By.class)
    private String sort;

    TaskQuery query(String cursor, int limit) {
        Box asked = Asked.text(box).isEmpty() ? Box.WAITING : Asked.constant(Box.class, "box", box);
        Optional<CaseState> known = Asked.text(state).isEmpty()
                ? Optional.empty()
                : Optional.of(Asked.constant(CaseState.class, "state", state));
        return new TaskQuery(
                Asked.text(jurisdiction),
                Asked.text(procedure),
                asked,
                Asked.text(text),
                cursor,
                limit,
                known,
                Asked.day("from", from),
                Asked.day("to", to),
                Asked.sort(TaskQuery.By.class, sort, asked.usual()));
    }
}
