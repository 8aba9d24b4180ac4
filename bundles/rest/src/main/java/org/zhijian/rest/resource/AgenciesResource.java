package org.zhijian.rest.resource;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
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
import org.zhijian.core.events.Events;
import org.zhijian.rest.schema.Operation;
import org.zhijian.rest.shape.AgencyItems.AgencyItem;
import org.zhijian.rest.shape.AgencyItems.OpenCommand;
import org.zhijian.rest.shape.AgencyItems.OpenedItem;
import org.zhijian.rest.shape.Communicated.ClientItem;
import org.zhijian.rest.shape.Communicated.GrantItem;
import org.zhijian.rest.shape.Communicated.GrantsCommand;
import org.zhijian.rest.shape.Listing;

/** The agencies that are connected, and what they may follow; for the operator. */
@Path("v1/admin/agencies")
@Produces(MediaType.APPLICATION_JSON)
public final class AgenciesResource {
    private final Agencies agencies;
    private final Events events;

    public AgenciesResource(Agencies agencies, Events events) {
        this.agencies = agencies;
        this.events = events;
    }

    @GET
    @Operation("接入单位及其授权；仅系统管理员")
    public Listing<AgencyItem> list(@Context Caller caller) {
        return Listing.whole(agencies.clients(caller), AgencyItem::of);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(value = "开通接入单位；密钥仅返回这一次；仅系统管理员", status = 201, answer = OpenedItem.class)
    public Response open(@Context Caller caller, @Context Once once, OpenCommand command) {
        OpenedItem opened =
                OpenedItem.of(agencies.open(caller, once, Asked.text(command.clientId()), Asked.text(command.name())));
        return Created.at("admin/agencies/" + opened.clientId(), opened);
    }

    @POST
    @Path("{clientId}/secret")
    @Operation("重新生成密钥并结束其登录；密钥仅返回这一次；仅系统管理员")
    public OpenedItem renewSecret(@Context Caller caller, @Context Once once, @PathParam("clientId") String clientId) {
        return OpenedItem.of(agencies.renewSecret(caller, once, clientId));
    }

    @POST
    @Path("{clientId}/disable")
    @Operation("停用接入单位并结束其登录；仅系统管理员")
    public AgencyItem disable(@Context Caller caller, @Context Once once, @PathParam("clientId") String clientId) {
        return AgencyItem.of(agencies.activate(caller, once, clientId, false));
    }

    @POST
    @Path("{clientId}/enable")
    @Operation("启用接入单位；仅系统管理员")
    public AgencyItem enable(@Context Caller caller, @Context Once once, @PathParam("clientId") String clientId) {
        return AgencyItem.of(agencies.activate(caller, once, clientId, true));
    }

    @PUT
    @Path("{clientId}/grants")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation("设置接入单位可以读取的变更；仅系统管理员")
    public ClientItem grant(
            @Context Caller caller, @Context Once once, @PathParam("clientId") String clientId, GrantsCommand command) {
        for (GrantItem grant : Asked.needed("grants", command.grants())) {
            Asked.needed("jurisdiction", Asked.needed("grants", grant).jurisdiction());
            Asked.needed("kind", grant.kind());
        }
        return ClientItem.of(events.grant(caller, once, clientId, command.toCore()));
    }
}
