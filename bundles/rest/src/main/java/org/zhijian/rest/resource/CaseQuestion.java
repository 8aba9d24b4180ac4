package org.zhijian.rest.resource;

import jakarta.ws.rs.QueryParam;
import org.zhijian.api.chain.CaseState;
import org.zhijian.core.cases.CaseQuery;
import org.zhijian.rest.schema.SortedBy;

/** Which cases are asked for, as query parameters. Filled in by JAX-RS. */
public final class CaseQuestion {
    @QueryParam("jurisdiction")
    private String jurisdiction;

    @QueryParam("procedure")
    private String procedure;

    @QueryParam("state")
    private String state;

    @QueryParam("q")
    private String text;

    @QueryParam("from")
    private String from;

    @QueryParam("to")
    private String to;

    @QueryParam("sort")
    @SortedBy(CaseQuery.By.class)
    private String sort;

    CaseQuery query(String cursor, int limit) {
        String known = Asked.text(state).isEmpty()
                ? ""
                : Asked.constant(CaseState.class, "state", state).name();
        return new CaseQuery(
                Asked.text(jurisdiction),
                Asked.text(procedure),
                known,
                Asked.text(text),
                Asked.day("from", from),
                Asked.day("to", to),
                Asked.sort(CaseQuery.By.class, sort, CaseQuery.NEWEST),
                cursor,
                limit);
    }
}
