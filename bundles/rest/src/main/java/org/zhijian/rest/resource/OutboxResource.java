package org.zhijian.rest.resource;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.zhijian.core.access.Caller;
import org.zhijian.core.access.Once;
import org.zhijian.core.notices.Delivery;
import org.zhijian.core.notices.Medium;
import org.zhijian.core.notices.OutgoingMessages;
import org.zhijian.core.notices.OutgoingMessages.Query;
import org.zhijian.rest.schema.Operation;
import org.zhijian.rest.shape.Communicated.OutgoingItem;
import org.zhijian.rest.shape.Communicated.ReasonCommand;
import org.zhijian.rest.shape.Listing;

/** The outbox, for the operator and for those who oversee a jurisdiction. */
@Path("v1/admin/outbox")
@Produces(MediaType.APPLICATION_JSON)
public final class OutboxResource {
    private final OutgoingMessages outgoing;

    public OutboxResource(OutgoingMessages outgoing) {
        this.outgoing = outgoing;
    }

    @GET
    @Operation("发送记录，最新在前；channel 为 SMS、AGENCY，state 为 NEW、SENT、FAILED、DEAD；辖区管理者只见本辖区")
    public Listing<OutgoingItem> list(
            @Context Caller caller,
            @QueryParam("jurisdiction") String jurisdiction,
            @QueryParam("channel") String channel,
            @QueryParam("state") String state,
            @QueryParam("q") String text,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") String limit) {
        Query query = new Query(
                Asked.text(jurisdiction),
                Asked.text(channel).isEmpty() ? null : Asked.constant(Medium.class, "channel", channel),
                Asked.text(state).isEmpty() ? null : Asked.constant(Delivery.class, "state", state),
                Asked.text(text),
                Asked.text(cursor),
                Asked.limit(limit));
        return Listing.of(outgoing.list(caller, query), OutgoingItem::of);
    }

    @POST
    @Path("{id}/replay")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation("立即重新发送，须说明原因；已发送的 409")
    public OutgoingItem replay(
            @Context Caller caller, @Context Once once, @PathParam("id") String id, ReasonCommand command) {
        return OutgoingItem.of(outgoing.replay(caller, once, id, Asked.text(command.reason())));
    }

    @POST
    @Path("{id}/abandon")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation("放弃发送，须说明原因；同一顺序的后续消息随即发送")
    public OutgoingItem abandon(
            @Context Caller caller, @Context Once once, @PathParam("id") String id, ReasonCommand command) {
        return OutgoingItem.of(outgoing.abandon(caller, once, id, Asked.text(command.reason())));
    }
}
