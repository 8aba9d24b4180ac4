package org.zhijian.rest.resource;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.apache.cxf.jaxrs.ext.multipart.MultipartBody;
import org.zhijian.core.access.Caller;
import org.zhijian.core.access.Once;
import org.zhijian.core.cases.Cases;
import org.zhijian.rest.schema.Operation;
import org.zhijian.rest.shape.Attachment;
import org.zhijian.rest.shape.Commands.OrderCommand;

/** The files of a case. */
@Path("v1/cases/{id}/attachments")
@Produces(MediaType.APPLICATION_JSON)
public final class CaseAttachmentsResource {
    private final Cases cases;

    public CaseAttachmentsResource(Cases cases) {
        this.cases = cases;
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(value = "上传附件：slot 为材料 id，file 为文件", status = 201, answer = Attachment.class)
    public Response attach(@Context Caller caller, @Context Once once, @PathParam("id") String id, MultipartBody body) {
        Attachment attached = Attachment.of(Uploads.use(body, upload -> cases.attach(caller, once, id, upload)));
        return Created.at("cases/" + id + "/attachments/" + attached.n(), attached);
    }

    @PUT
    @Path("order")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(value = "调整一项材料中附件的顺序", status = 204)
    public void arrange(@Context Caller caller, @Context Once once, @PathParam("id") String id, OrderCommand command) {
        cases.arrange(caller, once, id, Asked.needed("slot", command.slot()), Asked.numbers("order", command.order()));
    }

    @GET
    @Path("{n}")
    @Produces(MediaType.WILDCARD)
    @Operation(value = "下载附件", answer = byte[].class)
    public Response content(@Context Caller caller, @PathParam("id") String id, @PathParam("n") int n) {
        return Downloads.answer(cases.content(caller, id, n));
    }

    @DELETE
    @Path("{n}")
    @Operation(value = "从当前轮次移除附件", status = 204)
    public void detach(@Context Caller caller, @Context Once once, @PathParam("id") String id, @PathParam("n") int n) {
        cases.detach(caller, once, id, n);
    }
}
