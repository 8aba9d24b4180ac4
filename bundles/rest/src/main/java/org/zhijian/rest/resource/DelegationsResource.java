package org.zhijian.rest.resource;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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
import org.zhijian.core.cases.Delegations;
import org.zhijian.rest.schema.Operation;
import org.zhijian.rest.shape.Commands.DelegationCommand;
import org.zhijian.rest.shape.DelegationItem;
import org.zhijian.rest.shape.Listing;
import org.zhijian.rest.shape.TargetsItem.ColleagueItem;

/** Delegation while away. */
@Path("v1/delegations")
@Produces(MediaType.APPLICATION_JSON)
public final class DelegationsResource {
    private final Delegations delegations;

    public DelegationsResource(Delegations delegations) {
        this.delegations = delegations;
    }

    @GET
    @Operation("当前账号委托的和受托的代办")
    public Listing<DelegationItem> list(@Context Caller caller) {
        return Listing.whole(delegations.list(caller), DelegationItem::of);
    }

    @GET
    @Path("candidates")
    @Operation("可委托的人员")
    public Listing<ColleagueItem> candidates(@Context Caller caller) {
        return Listing.whole(delegations.candidates(caller), ColleagueItem::of);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(value = "委托代办；受托人的办理记录同时注明双方，不能转委托", status = 201, answer = DelegationItem.class)
    public Response delegate(@Context Caller caller, @Context Once once, DelegationCommand command) {
        DelegationItem made = DelegationItem.of(delegations.delegate(
                caller,
                once,
                Asked.needed("delegate", command.delegate()),
                Asked.needed("from", command.from()),
                Asked.needed("to", command.to())));
        return Created.at("delegations/" + made.id(), made);
    }

    @DELETE
    @Path("{id}")
    @Operation("撤销委托，立即生效")
    public DelegationItem revoke(@Context Caller caller, @Context Once once, @PathParam("id") String id) {
        return DelegationItem.of(delegations.revoke(caller, once, id));
    }
}
