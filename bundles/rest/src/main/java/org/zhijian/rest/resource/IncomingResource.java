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
import org.zhijian.api.form.FormData;
import org.zhijian.core.access.Caller;
import org.zhijian.core.access.Once;
import org.zhijian.core.intake.IncomingMessages;
import org.zhijian.core.intake.IncomingMessages.Query;
import org.zhijian.core.intake.ReceiptState;
import org.zhijian.rest.schema.Operation;
import org.zhijian.rest.shape.Communicated.ReasonCommand;
import org.zhijian.rest.shape.Listing;
import org.zhijian.rest.shape.Received.IncomingDetail;
import org.zhijian.rest.shape.Received.IncomingItem;
import org.zhijian.rest.shape.Received.MendCommand;

/** What other systems have pushed in, for the operator and for those who oversee a jurisdiction. */
@Path("v1/admin/intake")
@Produces(MediaType.APPLICATION_JSON)
public final class IncomingResource {
    private final IncomingMessages incoming;

    public IncomingResource(IncomingMessages incoming) {
        this.incoming = incoming;
    }

    @GET
    @Operation("接收的数据，最新在前；state 为 RECEIVED、DONE、STALE、QUARANTINED、DISCARDED；辖区管理者只见本辖区")
    public Listing<IncomingItem> list(
            @Context Caller caller,
            @QueryParam("jurisdiction") String jurisdiction,
            @QueryParam("channel") String channel,
            @QueryParam("state") String state,
            @QueryParam("q") String text,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") String limit) {
        Query query = new Query(
                Asked.text(jurisdiction),
                Asked.text(channel),
                Asked.text(state).isEmpty() ? null : Asked.constant(ReceiptState.class, "state", state),
                Asked.text(text),
                Asked.text(cursor),
                Asked.limit(limit));
        return Listing.of(incoming.list(caller, query), IncomingItem::of);
    }

    @GET
    @Path("{id}")
    @Operation("一条接收的数据及其内容，身份证号与手机号已脱敏")
    public IncomingDetail find(@Context Caller caller, @PathParam("id") String id) {
        return IncomingDetail.of(incoming.find(caller, id));
    }

    @POST
    @Path("{id}/reveal")
    @Operation("同一条数据，身份证号与手机号完整显示；查看行为记入审计")
    public IncomingDetail reveal(@Context Caller caller, @PathParam("id") String id) {
        return IncomingDetail.of(incoming.reveal(caller, id));
    }

    @POST
    @Path("{id}/replay")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation("重新处理隔离区中的数据，须说明原因；不在隔离区的 409")
    public IncomingItem replay(
            @Context Caller caller, @Context Once once, @PathParam("id") String id, ReasonCommand command) {
        return IncomingItem.of(incoming.replay(caller, once, id, Asked.text(command.reason())));
    }

    @POST
    @Path("{id}/mend")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation("修改隔离区中的数据并重新处理，须说明原因；message 为完整内容，编号和版本不能修改")
    public IncomingItem mend(
            @Context Caller caller, @Context Once once, @PathParam("id") String id, MendCommand command) {
        FormData message = new FormData(Asked.needed("message", command.message()));
        return IncomingItem.of(incoming.mend(caller, once, id, message, Asked.text(command.reason())));
    }

    @POST
    @Path("{id}/discard")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation("作废隔离区中的数据，须说明原因；原因告知报送单位")
    public IncomingItem discard(
            @Context Caller caller, @Context Once once, @PathParam("id") String id, ReasonCommand command) {
        return IncomingItem.of(incoming.discard(caller, once, id, Asked.text(command.reason())));
    }
}
