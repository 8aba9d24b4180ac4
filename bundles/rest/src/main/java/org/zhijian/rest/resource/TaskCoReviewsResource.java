package org.zhijian.rest.resource;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.zhijian.core.access.Caller;
import org.zhijian.core.access.Once;
import org.zhijian.core.cases.CoReviews;
import org.zhijian.rest.schema.Operation;
import org.zhijian.rest.shape.CoReviewItem;
import org.zhijian.rest.shape.Commands.CoReviewCommand;

/** Opinions of other officers on a task. */
@Path("v1/tasks/{id}/co-reviews")
@Produces(MediaType.APPLICATION_JSON)
public final class TaskCoReviewsResource {
    private final CoReviews coReviews;

    public TaskCoReviewsResource(CoReviews coReviews) {
        this.coReviews = coReviews;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(value = "征求其他人员的意见", status = 201, answer = CoReviewItem.class)
    public Response ask(
            @Context Caller caller, @Context Once once, @PathParam("id") String id, CoReviewCommand command) {
        CoReviews.Request request = new CoReviews.Request(
                Asked.needed("reviewer", command.reviewer()),
                Asked.text(command.question()),
                Boolean.TRUE.equals(command.blocking()));
        CoReviewItem asked = CoReviewItem.of(coReviews.ask(caller, once, id, request));
        return Created.at("co-reviews/" + asked.id(), asked);
    }
}
