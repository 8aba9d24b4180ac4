package org.zhijian.rest.resource;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.zhijian.core.access.Caller;
import org.zhijian.core.access.Once;
import org.zhijian.core.registers.AgencyGrants;
import org.zhijian.rest.schema.Operation;
import org.zhijian.rest.shape.AgencyGrantItem;
import org.zhijian.rest.shape.Listing;

/** Which registers of a region other agencies may read, for those who administer it. */
@Path("v1/jurisdictions/{jurisdiction}/administration/grants")
@Produces(MediaType.APPLICATION_JSON)
public final class AgencyGrantsResource {
    private final AgencyGrants grants;

    public AgencyGrantsResource(AgencyGrants grants) {
        this.grants = grants;
    }

    @GET
    @Operation("接入方获准查询的台账")
    public Listing<AgencyGrantItem> list(@Context Caller caller, @PathParam("jurisdiction") String jurisdiction) {
        return Listing.whole(grants.list(caller, jurisdiction), AgencyGrantItem::of);
    }

    @PUT
    @Path("{client}/{register}")
    @Operation(value = "准许接入方查询台账", status = 204)
    public Response grant(
            @Context Caller caller,
            @Context Once once,
            @PathParam("jurisdiction") String jurisdiction,
            @PathParam("client") String client,
            @PathParam("register") String register) {
        grants.grant(caller, once, jurisdiction, client, register);
        return Response.noContent().build();
    }

    @DELETE
    @Path("{client}/{register}")
    @Operation(value = "不再准许接入方查询台账", status = 204)
    public Response revoke(
            @Context Caller caller,
            @Context Once once,
            @PathParam("jurisdiction") String jurisdiction,
            @PathParam("client") String client,
            @PathParam("register") String register) {
        grants.revoke(caller, once, jurisdiction, client, register);
        return Response.noContent().build();
    }
}
