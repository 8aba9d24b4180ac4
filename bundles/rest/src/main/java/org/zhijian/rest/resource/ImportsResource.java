package org.zhijian.rest.resource;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.apache.cxf.jaxrs.ext.multipart.MultipartBody;
import org.zhijian.core.access.Caller;
import org.zhijian.core.registration.RegisterImports;
import org.zhijian.rest.schema.Operation;
import org.zhijian.rest.shape.Imported.ImportReport;

/** Taking over accounts from an existing register. */
@Path("v1/jurisdictions/{jurisdiction}/administration/imports")
@Produces(MediaType.APPLICATION_JSON)
public final class ImportsResource {
    private final RegisterImports imports;

    public ImportsResource(RegisterImports imports) {
        this.imports = imports;
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(value = "导入已有的账号：slot 为注册种类的 id，file 为 csv 或 xlsx 文件；重复导入不产生变化", answer = ImportReport.class)
    public ImportReport takeOver(
            @Context Caller caller, @PathParam("jurisdiction") String jurisdiction, MultipartBody body) {
        return ImportReport.of(Uploads.use(body, upload -> imports.takeOver(caller, jurisdiction, upload)));
    }
}
