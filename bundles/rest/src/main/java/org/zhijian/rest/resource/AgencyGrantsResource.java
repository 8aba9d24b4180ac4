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
import org.zhijian.core.agencies.Agencies;
import org.zhijian.core.agencies.Agencies.Right;
import org.zhijian.rest.schema.Operation;
import org.zhijian.rest.shape.AgencyGrantItem;
import org.zhijian.rest.shape.Listing;

/** What other agencies' systems may in a region, for those who administer it. */
@Path("v1/jurisdictions/{jurisdiction}/administration/grants")
@Produces(MediaType.APPLICATION_JSON)
public final class AgencyGrantsResource {
    private final Agencies agencies;

    public AgencyGrantsResource(Agencies agencies) {
        this.agencies = agencies;
    }

    @GET
    @Operation("接入单位在本辖区获准的事项")
    public Listing<AgencyGrantItem> list(@Context Caller caller, @PathParam("jurisdiction") String jurisdiction) {
        return Listing.whole(agencies.grants(caller, jurisdiction), AgencyGrantItem::of);
    }

    @PUT
    @Path("{client}/{register}")
    @Operation(value = "准许接入单位查询台账", status = 204)
    public Response grant(
            @Context Caller caller,
            @Context Once once,
            @PathParam("jurisdiction") String jurisdiction,
            @PathParam("client") String client,
            @PathParam("register") String register) {
        agencies.grant(caller, once, jurisdiction, client, Right.REGISTER, register);
        return Response.noContent().build();
    }

    @DELETE
    @Path("{client}/{register}")
    @Operation(value = "不再准许接入单位查询台账", status = 204)
    public Response revoke(
            @Context Caller caller,
            @Context Once once,
            @PathParam("jurisdiction") String jurisdiction,
            @PathParam("client") String client,
            @PathParam("register") String register) {
        agencies.revoke(caller, once, jurisdiction, client, Right.REGISTER, register);
        return Response.noContent().build();
    }

    @PUT
    @Path("{client}/intake/{channel}")
    @Operation(value = "准许接入单位向通道报送数据", status = 204)
    public Response grantIntake(
            @Context Caller caller,
            @Context Once once,
            @PathParam("jurisdiction") String jurisdiction,
            @PathParam("client") String client,
            @PathParam("channel") String channel) {
        agencies.grant(caller, once, jurisdiction, client, Right.INTAKE, channel);
        return Response.noContent().build();
    }

    @DELETE
    @Path("{client}/intake/{channel}")
    @Operation(value = "不再准许接入单位向通道报送数据", status = 204)
    public Response revokeIntake(
            @Context Caller caller,
            @Context Once once,
            @PathParam("jurisdiction") String jurisdiction,
            @PathParam("client") String client,
            @PathParam("channel") String channel) {
        agencies.revoke(caller, once, jurisdiction, client, Right.INTAKE, channel);
        return Response.noContent().build();
    }

    @PUT
    @Path("{client}/feed/{kind}")
    @Operation(value = "准许接入单位订阅本辖区的变更；kind 为 CASE、RECORD、ANNOUNCEMENT，* 为全部", status = 204)
    public Response grantFeed(
            @Context Caller caller,
            @Context Once once,
            @PathParam("jurisdiction") String jurisdiction,
            @PathParam("client") String client,
            @PathParam("kind") String kind) {
        agencies.grant(caller, once, jurisdiction, client, Right.FEED, kind);
        return Response.noContent().build();
    }

    @DELETE
    @Path("{client}/feed/{kind}")
    @Operation(value = "不再准许接入单位订阅本辖区的变更", status = 204)
    public Response revokeFeed(
            @Context Caller caller,
            @Context Once once,
            @PathParam("jurisdiction") String jurisdiction,
            @PathParam("client") String client,
            @PathParam("kind") String kind) {
        agencies.revoke(caller, once, jurisdiction, client, Right.FEED, kind);
        return Response.noContent().build();
    }
}
