package org.zhijian.rest.resource;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.InstantSource;
import java.util.Map;
import org.zhijian.api.form.FormData;
import org.zhijian.core.access.Caller;
import org.zhijian.core.access.Once;
import org.zhijian.core.intake.Reception;
import org.zhijian.rest.http.RateLimit;
import org.zhijian.rest.http.TokenBuckets;
import org.zhijian.rest.schema.Operation;
import org.zhijian.rest.shape.Received.Accepted;

/** Where other systems push messages in, each client at its own rate. */
@Path("v1/jurisdictions/{jurisdiction}/intake")
@Produces(MediaType.APPLICATION_JSON)
public final class IntakeResource {
    /** A register is handed over in a burst; a loop that has gone wild goes on for longer. */
    private static final int BURST = 2_000;

    private static final int PER_SECOND = 100;
    private static final int ACCEPTED = 202;
    private static final int STALE = 200;

    private final Reception reception;
    private final TokenBuckets rate = new TokenBuckets(BURST, PER_SECOND, InstantSource.system());

    public IntakeResource(Reception reception) {
        this.reception = reception;
    }

    @POST
    @Path("{channel}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(value = "报送数据：先存后办。已有更高版本的返回 200，state 为 STALE", status = ACCEPTED, answer = Accepted.class)
    public Response push(
            @Context Caller caller,
            @Context Once once,
            @PathParam("jurisdiction") String jurisdiction,
            @PathParam("channel") String channel,
            Map<String, Object> message) {
        int delay = rate.take(caller.accountId());
        if (delay > 0) {
            return RateLimit.tooMany(delay);
        }
        Reception.Acknowledgement told = reception.push(caller, once, jurisdiction, channel, new FormData(message));
        return Response.status(told.stale() ? STALE : ACCEPTED)
                .header(HttpHeaders.LOCATION, "/api/v1/receipts/" + told.receiptId())
                .entity(Accepted.of(told))
                .build();
    }
}
