package org.zhijian.rest.resource;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.apache.cxf.jaxrs.ext.multipart.MultipartBody;
import org.zhijian.api.chain.Decision;
import org.zhijian.api.form.FormData;
import org.zhijian.core.access.Caller;
import org.zhijian.core.access.Once;
import org.zhijian.core.access.Page;
import org.zhijian.core.cases.Supplement;
import org.zhijian.core.cases.Tasks;
import org.zhijian.core.cases.Verdict;
import org.zhijian.core.exports.Exports;
import org.zhijian.core.exports.Format;
import org.zhijian.rest.schema.Operation;
import org.zhijian.rest.shape.Attachment;
import org.zhijian.rest.shape.CaseDetail;
import org.zhijian.rest.shape.Commands.DecisionCommand;
import org.zhijian.rest.shape.Commands.OrderCommand;
import org.zhijian.rest.shape.Listing;
import org.zhijian.rest.shape.TaskDetail;
import org.zhijian.rest.shape.TaskItem;

/** The caller's tasks. */
@Path("v1/tasks")
@Produces(MediaType.APPLICATION_JSON)
public final class TasksResource {
    private final Tasks tasks;
    private final Exports exports;

    public TasksResource(Tasks tasks, Exports exports) {
        this.tasks = tasks;
        this.exports = exports;
    }

    @GET
    @Operation("当前账号的待办；box 为 WAITING（待办，缺省）、UNDER_WAY（在办）、DONE（已办）、OVERDUE（逾期）；from、to 为提交日期")
    public Listing<TaskItem> list(
            @Context Caller caller,
            @BeanParam TaskQuestion question,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") String limit) {
        return Listing.of(tasks.list(caller, question.query(Asked.text(cursor), Asked.limit(limit))), TaskItem::of);
    }

    @GET
    @Path("export")
    @Produces({Format.XLSX_TYPE, Format.CSV_TYPE})
    @Operation("导出符合条件的全部待办")
    public Response export(
            @Context Caller caller, @BeanParam TaskQuestion question, @QueryParam("format") String format) {
        return Downloads.answer(exports.tasks(caller, question.query("", Page.MAX), Asked.format(format)));
    }

    @GET
    @Path("{id}")
    @Operation("一项待办：环节、可作的决定、环节表单与材料、核对结果")
    public TaskDetail one(@Context Caller caller, @PathParam("id") String id) {
        return TaskDetail.of(tasks.view(caller, id));
    }

    @POST
    @Path("{id}/decision")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation("作出决定；已由他人办结时 409")
    public CaseDetail decide(
            @Context Caller caller, @Context Once once, @PathParam("id") String id, DecisionCommand command) {
        Verdict verdict = new Verdict(
                Asked.constant(Decision.class, "decision", command.decision()),
                Asked.text(command.opinion()),
                command.form() == null ? FormData.EMPTY : new FormData(command.form()),
                Asked.text(command.returnTo()),
                Optional.ofNullable(command.supplement())
                        .map(asked -> new Supplement(
                                Asked.needed("supplement.items", asked.items()),
                                Asked.needed("supplement.dueOn", asked.dueOn()))));
        return CaseDetail.of(tasks.decide(caller, once, id, verdict));
    }

    @POST
    @Path("{id}/attachments")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(value = "为该环节上传附件：slot 为材料 id，file 为文件", status = 201, answer = Attachment.class)
    public Response attach(@Context Caller caller, @Context Once once, @PathParam("id") String id, MultipartBody body) {
        Attachment attached = Attachment.of(Uploads.use(body, upload -> tasks.attach(caller, once, id, upload)));
        return Created.at("tasks/" + id + "/attachments/" + attached.n(), attached);
    }

    @PUT
    @Path("{id}/attachments/order")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(value = "调整该环节一项材料中附件的顺序", status = 204)
    public void arrange(@Context Caller caller, @Context Once once, @PathParam("id") String id, OrderCommand command) {
        tasks.arrange(caller, once, id, Asked.needed("slot", command.slot()), Asked.numbers("order", command.order()));
    }

    @DELETE
    @Path("{id}/attachments/{n}")
    @Operation(value = "移除该环节的附件", status = 204)
    public void detach(@Context Caller caller, @Context Once once, @PathParam("id") String id, @PathParam("n") int n) {
        tasks.detach(caller, once, id, n);
    }
}
