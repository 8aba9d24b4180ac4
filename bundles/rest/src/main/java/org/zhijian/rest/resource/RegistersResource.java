package org.zhijian.rest.resource;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Map;
import org.zhijian.api.register.Register;
import org.zhijian.core.access.Caller;
import org.zhijian.core.access.Page;
import org.zhijian.core.documents.Documents;
import org.zhijian.core.exports.Exports;
import org.zhijian.core.exports.Format;
import org.zhijian.core.registers.RegisterBrowser;
import org.zhijian.rest.schema.Operation;
import org.zhijian.rest.shape.Listing;
import org.zhijian.rest.shape.RegisterRecord;

/** Registers, as far as the caller may see them. */
@Path("v1/jurisdictions/{jurisdiction}/registers/{register}")
@Produces(MediaType.APPLICATION_JSON)
public final class RegistersResource {
    private final RegisterBrowser registers;
    private final Documents documents;
    private final Exports exports;

    public RegistersResource(RegisterBrowser registers, Documents documents, Exports exports) {
        this.registers = registers;
        this.documents = documents;
        this.exports = exports;
    }

    @GET
    @Operation("台账记录；可按已声明的索引列查询，其他查询参数名即列名")
    public Listing<Map<String, Object>> list(
            @Context Caller caller,
            @Context UriInfo uri,
            @PathParam("jurisdiction") String jurisdiction,
            @PathParam("register") String register,
            @QueryParam("q") String text,
            @QueryParam("sort") String sort,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") String limit) {
        RegisterBrowser.Query query = query(uri, registers.register(jurisdiction, register), false, text, sort)
                .page(Asked.text(cursor), Asked.limit(limit));
        return Listing.of(registers.search(caller, jurisdiction, register, query), RegisterRecord::of);
    }

    @GET
    @Path("export")
    @Produces({Format.XLSX_TYPE, Format.CSV_TYPE})
    @Operation("导出符合条件的全部台账记录")
    public Response export(
            @Context Caller caller,
            @Context UriInfo uri,
            @PathParam("jurisdiction") String jurisdiction,
            @PathParam("register") String register,
            @QueryParam("q") String text,
            @QueryParam("sort") String sort,
            @QueryParam("format") String format) {
        RegisterBrowser.Query query = query(uri, registers.register(jurisdiction, register), false, text, sort);
        return Downloads.answer(exports.register(caller, jurisdiction, register, query, Asked.format(format)));
    }

    @GET
    @Path("{key}")
    @Operation("一条台账记录")
    public Map<String, Object> one(
            @Context Caller caller,
            @PathParam("jurisdiction") String jurisdiction,
            @PathParam("register") String register,
            @PathParam("key") String key) {
        return RegisterRecord.of(registers.find(caller, jurisdiction, register, key));
    }

    @GET
    @Path("{key}/print")
    @Produces(MediaType.WILDCARD)
    @Operation(value = "打印证书（PDF，附核验二维码），限主管部门", answer = byte[].class)
    public Response print(
            @Context Caller caller,
            @PathParam("jurisdiction") String jurisdiction,
            @PathParam("register") String register,
            @PathParam("key") String key) {
        return Downloads.answer(documents.ofRecord(caller, jurisdiction, register, key));
    }

    @GET
    @Path("{key}/history")
    @Operation("一条台账记录的历史：被更新前的内容，最新在前；changedAt 为被替换的时间")
    public Listing<Map<String, Object>> history(
            @Context Caller caller,
            @PathParam("jurisdiction") String jurisdiction,
            @PathParam("register") String register,
            @PathParam("key") String key) {
        return Listing.whole(registers.history(caller, jurisdiction, register, key), RegisterRecord::of);
    }

    @POST
    @Path("{key}/reveal")
    @Operation("同一条记录，身份证号与手机号完整显示；查看行为记入审计")
    public Map<String, Object> reveal(
            @Context Caller caller,
            @PathParam("jurisdiction") String jurisdiction,
            @PathParam("register") String register,
            @PathParam("key") String key) {
        return RegisterRecord.of(registers.reveal(caller, jurisdiction, register, key));
    }

    /** A question about a register; filters are taken for indexed columns, of a public view for the open ones among them. */
    static RegisterBrowser.Query query(UriInfo uri, Register<?> register, boolean publicly, String text, String sort) {
        Map<String, String> filters = Asked.others(uri, name -> register.column(name)
                .filter(column -> column.index() && (column.open() || !publicly))
                .isPresent());
        return new RegisterBrowser.Query(filters, Asked.text(text), Asked.sort(sort), "", Page.MAX);
    }
}
