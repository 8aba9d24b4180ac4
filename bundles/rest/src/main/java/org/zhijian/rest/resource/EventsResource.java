package org.zhijian.rest.resource;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.zhijian.core.access.Caller;
import org.zhijian.core.events.Events;
import org.zhijian.rest.schema.Operation;
import org.zhijian.rest.shape.Communicated.ChangeListing;

/** The feed of changes, for agencies. */
@Path("v1/events")
@Produces(MediaType.APPLICATION_JSON)
public final class EventsResource {
    private final Events events;

    public EventsResource(Events events) {
        this.events = events;
    }

    @GET
    @Operation("after 之后的变更，按提交先后、不重不漏，仅限已授权的范围；after 缺省为从头开始")
    public ChangeListing after(
            @Context Caller caller, @QueryParam("after") String after, @QueryParam("limit") String limit) {
        return ChangeListing.of(events.after(caller, Asked.text(after), Asked.limit(limit)));
    }
}
