package org.zhijian.rest.resource;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.zhijian.core.access.Caller;
import org.zhijian.core.access.Once;
import org.zhijian.core.events.Events;
import org.zhijian.rest.schema.Operation;
import org.zhijian.rest.shape.Communicated.ClientItem;
import org.zhijian.rest.shape.Communicated.GrantItem;
import org.zhijian.rest.shape.Communicated.GrantsCommand;
import org.zhijian.rest.shape.Listing;

/** The agencies that are connected, and what they may follow; for the operator. */
@Path("v1/admin/agencies")
@Produces(MediaType.APPLICATION_JSON)
public final class AgenciesResource {
    private final Events events;

    public AgenciesResource(Events events) {
        this.events = events;
    }

    @GET
    @Operation("接入单位及其授权；仅系统管理员")
    public Listing<ClientItem> list(@Context Caller caller) {
        return Listing.whole(events.clients(caller), ClientItem::of);
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
