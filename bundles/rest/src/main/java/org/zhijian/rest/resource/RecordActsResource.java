package org.zhijian.rest.resource;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.zhijian.core.access.Caller;
import org.zhijian.core.access.Once;
import org.zhijian.core.registers.RecordActs;
import org.zhijian.rest.schema.Operation;
import org.zhijian.rest.shape.CaseDetail;
import org.zhijian.rest.shape.Listing;
import org.zhijian.rest.shape.RecordActItem;

/** Matters that are started from a record of a register. */
@Path("v1/jurisdictions/{jurisdiction}/registers/{register}/{key}/acts")
@Produces(MediaType.APPLICATION_JSON)
public final class RecordActsResource {
    private final RecordActs acts;

    public RecordActsResource(RecordActs acts) {
        this.acts = acts;
    }

    @GET
    @Operation("从该台账记录可以发起的事项")
    public Listing<RecordActItem> list(
            @Context Caller caller,
            @PathParam("jurisdiction") String jurisdiction,
            @PathParam("register") String register,
            @PathParam("key") String key) {
        return Listing.whole(acts.of(caller, jurisdiction, register, key), RecordActItem::of);
    }

    @POST
    @Path("{act}")
    @Operation(value = "从台账记录发起办件，保存为草稿，表单已按记录填写", status = 201, answer = CaseDetail.class)
    public Response start(
            @Context Caller caller,
            @Context Once once,
            @PathParam("jurisdiction") String jurisdiction,
            @PathParam("register") String register,
            @PathParam("key") String key,
            @PathParam("act") String act) {
        CaseDetail started = CaseDetail.of(acts.start(caller, once, jurisdiction, register, key, act));
        return Created.at("cases/" + started.line().id(), started);
    }
}
