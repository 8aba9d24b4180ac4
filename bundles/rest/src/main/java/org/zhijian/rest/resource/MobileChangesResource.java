package org.zhijian.rest.resource;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.zhijian.core.access.Caller;
import org.zhijian.core.access.Once;
import org.zhijian.core.access.Refusal;
import org.zhijian.core.identity.MobileChanges;
import org.zhijian.rest.schema.Operation;
import org.zhijian.rest.shape.Accounts.WaitingChange;
import org.zhijian.rest.shape.Commands.MobileDecisionCommand;
import org.zhijian.rest.shape.Listing;

/** Changes of mobile numbers that wait in a region, for those who administer it. */
@Path("v1/jurisdictions/{jurisdiction}/mobile-changes")
@Produces(MediaType.APPLICATION_JSON)
public final class MobileChangesResource {
    private final MobileChanges mobileChanges;

    public MobileChangesResource(MobileChanges mobileChanges) {
        this.mobileChanges = mobileChanges;
    }

    @GET
    @Operation("本辖区待审核的手机号码变更")
    public Listing<WaitingChange> waiting(@Context Caller caller, @PathParam("jurisdiction") String jurisdiction) {
        return Listing.whole(mobileChanges.waiting(caller, jurisdiction), WaitingChange::of);
    }

    @POST
    @Path("{id}/decision")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(value = "同意或退回一项手机号码变更", status = 204)
    public void decide(
            @Context Caller caller,
            @Context Once once,
            @PathParam("jurisdiction") String jurisdiction,
            @PathParam("id") String id,
            MobileDecisionCommand command) {
        boolean approved =
                switch (Asked.needed("decision", command.decision())) {
                    case "APPROVE" -> true;
                    case "RETURN" -> false;
                    default -> throw Refusal.malformed("decision 应为 APPROVE 或 RETURN");
                };
        mobileChanges.decide(caller, once, jurisdiction, id, approved, Asked.text(command.opinion()));
    }
}
