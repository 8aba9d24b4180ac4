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
import org.zhijian.core.cases.CoReviews;
import org.zhijian.rest.schema.Operation;
import org.zhijian.rest.shape.CoReviewItem;
import org.zhijian.rest.shape.Commands.OpinionCommand;
import org.zhijian.rest.shape.Listing;

/** Opinions that the caller was asked for. */
@Path("v1/co-reviews")
@Produces(MediaType.APPLICATION_JSON)
public final class CoReviewsResource {
    private final CoReviews coReviews;

    public CoReviewsResource(CoReviews coReviews) {
        this.coReviews = coReviews;
    }

    @GET
    @Operation("等待当前账号提交的意见")
    public Listing<CoReviewItem> list(@Context Caller caller) {
        return Listing.whole(coReviews.awaited(caller), CoReviewItem::of);
    }

    @POST
    @Path("{id}/opinion")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation("提交意见；只能提交一次")
    public CoReviewItem give(
            @Context Caller caller, @Context Once once, @PathParam("id") String id, OpinionCommand command) {
        return CoReviewItem.of(coReviews.give(caller, once, id, Asked.text(command.opinion())));
    }
}
