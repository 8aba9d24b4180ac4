package org.zhijian.rest.resource;

import jakarta.ws.rs.GET;
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
import org.zhijian.core.access.Refusal;
import org.zhijian.core.exports.Exports;
import org.zhijian.core.exports.Format;
import org.zhijian.core.registers.RegisterBrowser;
import org.zhijian.rest.http.Open;
import org.zhijian.rest.http.RateLimited;
import org.zhijian.rest.http.Weighty;
import org.zhijian.rest.schema.Operation;
import org.zhijian.rest.shape.Listing;
import org.zhijian.rest.shape.RegisterRecord;

/** Registers as everybody may see them: open ones, their open columns, masked. */
@Open
@RateLimited
@Path("v1/public/jurisdictions/{jurisdiction}/registers/{register}")
@Produces(MediaType.APPLICATION_JSON)
public final class PublicRegistersResource {
    private static final int EXPORT_WEIGHT = 50;

    private final RegisterBrowser registers;
    private final Exports exports;

    public PublicRegistersResource(RegisterBrowser registers, Exports exports) {
        this.registers = registers;
        this.exports = exports;
    }

    @GET
    @Operation("台账的公开查询，不需登录，限制频率，个人信息脱敏")
    public Listing<Map<String, Object>> list(
            @Context UriInfo uri,
            @PathParam("jurisdiction") String jurisdiction,
            @PathParam("register") String register,
            @QueryParam("q") String text,
            @QueryParam("sort") String sort,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") String limit) {
        RegisterBrowser.Query query =
                query(uri, jurisdiction, register, text, sort).page(Asked.text(cursor), Asked.limit(limit));
        return Listing.of(registers.searchPublic(jurisdiction, register, query), RegisterRecord::of);
    }

    @GET
    @Path("export")
    @Weighty(EXPORT_WEIGHT)
    @Produces({Format.XLSX_TYPE, Format.CSV_TYPE})
    @Operation("导出公开查询的全部结果，不需登录，限制频率，个人信息脱敏")
    public Response export(
            @Context UriInfo uri,
            @PathParam("jurisdiction") String jurisdiction,
            @PathParam("register") String register,
            @QueryParam("q") String text,
            @QueryParam("sort") String sort,
            @QueryParam("format") String format) {
        RegisterBrowser.Query query = query(uri, jurisdiction, register, text, sort);
        return Downloads.answer(exports.publicRegister(jurisdiction, register, query, Asked.format(format)));
    }

    private RegisterBrowser.Query query(UriInfo uri, String jurisdiction, String register, String text, String sort) {
        Register<?> declared = registers.register(jurisdiction, register);
        if (!declared.open()) {
            // Which columns a closed register has is nobody's business, so this comes before its filters are looked at.
            throw Refusal.notFound();
        }
        return RegistersResource.query(uri, declared, true, text, sort);
    }
}
