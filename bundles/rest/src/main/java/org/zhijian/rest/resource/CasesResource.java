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
import org.zhijian.api.form.FormData;
import org.zhijian.core.access.Caller;
import org.zhijian.core.access.Once;
import org.zhijian.core.access.Page;
import org.zhijian.core.cases.Cases;
import org.zhijian.core.documents.Documents;
import org.zhijian.core.exports.Exports;
import org.zhijian.core.exports.Format;
import org.zhijian.rest.schema.Operation;
import org.zhijian.rest.shape.CaseDetail;
import org.zhijian.rest.shape.CaseItem;
import org.zhijian.rest.shape.Commands.FormReplacement;
import org.zhijian.rest.shape.Listing;

/** Cases. */
@Path("v1/cases")
@Produces(MediaType.APPLICATION_JSON)
public final class CasesResource {
    private final Cases cases;
    private final Documents documents;
    private final Exports exports;

    public CasesResource(Cases cases, Documents documents, Exports exports) {
        this.cases = cases;
        this.documents = documents;
        this.exports = exports;
    }

    @GET
    @Operation("当前账号可见的办件；q 为编号或名称中任意连续两个字以上的文字，from、to 为提交日期")
    public Listing<CaseItem> list(
            @Context Caller caller,
            @BeanParam CaseQuestion question,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") String limit) {
        return Listing.of(cases.list(caller, question.query(Asked.text(cursor), Asked.limit(limit))), CaseItem::of);
    }

    @GET
    @Path("export")
    @Produces({Format.XLSX_TYPE, Format.CSV_TYPE})
    @Operation("导出符合条件的全部办件")
    public Response export(
            @Context Caller caller, @BeanParam CaseQuestion question, @QueryParam("format") String format) {
        return Downloads.answer(exports.cases(caller, question.query("", Page.MAX), Asked.format(format)));
    }

    @GET
    @Path("{id}")
    @Operation("一个办件：表单、附件、环节、待办、办理记录")
    public CaseDetail one(@Context Caller caller, @PathParam("id") String id) {
        return CaseDetail.of(cases.view(caller, id));
    }

    @GET
    @Path("{id}/print")
    @Produces(MediaType.WILDCARD)
    @Operation(value = "打印办件（PDF，附核验二维码；草稿无核验码）", answer = byte[].class)
    public Response print(@Context Caller caller, @PathParam("id") String id) {
        return Downloads.answer(documents.ofCase(caller, id));
    }

    @POST
    @Path("{id}/reveal")
    @Operation("同一办件，身份证号与手机号完整显示；查看行为记入审计")
    public CaseDetail reveal(@Context Caller caller, @PathParam("id") String id) {
        return CaseDetail.of(cases.reveal(caller, id));
    }

    @PUT
    @Path("{id}/form")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation("替换草稿或待修改办件的表单")
    public CaseDetail save(
            @Context Caller caller, @Context Once once, @PathParam("id") String id, FormReplacement command) {
        return CaseDetail.of(cases.save(caller, once, id, new FormData(command.form())));
    }

    @DELETE
    @Path("{id}")
    @Operation(value = "删除草稿", status = 204)
    public void delete(@Context Caller caller, @Context Once once, @PathParam("id") String id) {
        cases.delete(caller, once, id);
    }

    @POST
    @Path("{id}/submit")
    @Operation("提交，或补正后重新提交；违反规则时 422 并列出全部问题")
    public CaseDetail submit(@Context Caller caller, @Context Once once, @PathParam("id") String id) {
        return CaseDetail.of(cases.submit(caller, once, id));
    }

    @POST
    @Path("{id}/withdraw")
    @Operation("撤回已提交的办件")
    public CaseDetail withdraw(@Context Caller caller, @Context Once once, @PathParam("id") String id) {
        return CaseDetail.of(cases.withdraw(caller, once, id));
    }
}
