package org.zhijian.rest.resource;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.zhijian.core.access.Caller;
import org.zhijian.core.intake.Reception;
import org.zhijian.rest.schema.Operation;
import org.zhijian.rest.shape.Received.ReceiptDetail;

/** What has become of the messages that a client has pushed in. */
@Path("v1/receipts")
@Produces(MediaType.APPLICATION_JSON)
public final class ReceiptsResource {
    private final Reception reception;

    public ReceiptsResource(Reception reception) {
        this.reception = reception;
    }

    @GET
    @Path("{id}")
    @Operation("本单位所报数据的处理结果")
    public ReceiptDetail receipt(@Context Caller caller, @PathParam("id") String id) {
        return ReceiptDetail.of(reception.receipt(caller, id));
    }
}
