package org.zhijian.rest.resource;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.apache.cxf.jaxrs.ext.multipart.MultipartBody;
import org.zhijian.core.access.Caller;
import org.zhijian.core.modules.Installation;
import org.zhijian.core.modules.Migrations;
import org.zhijian.rest.schema.Operation;
import org.zhijian.rest.shape.Commands.PurgeCommand;
import org.zhijian.rest.shape.Installed.ImpactItem;
import org.zhijian.rest.shape.Installed.MigrationItem;
import org.zhijian.rest.shape.Installed.ModuleItem;
import org.zhijian.rest.shape.Installed.PurgedItem;
import org.zhijian.rest.shape.Installed.ValidationItem;
import org.zhijian.rest.shape.Listing;

/** The modules, for the operator. */
@Path("v1/admin/modules")
@Produces(MediaType.APPLICATION_JSON)
public final class ModulesResource {
    private final Installation installation;
    private final Migrations migrations;

    public ModulesResource(Installation installation, Migrations migrations) {
        this.installation = installation;
        this.migrations = migrations;
    }

    @GET
    @Operation("全部模块的各个版本及其状态；仅系统管理员")
    public Listing<ModuleItem> list(@Context Caller caller) {
        return Listing.whole(installation.modules(caller), ModuleItem::of);
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(
            value = "安装模块，或在原版本旁安装新版本：slot 填 module，file 为模块的 jar 文件；同一文件重复安装不产生变化",
            status = 201,
            answer = ModuleItem.class)
    public Response install(@Context Caller caller, MultipartBody body) {
        ModuleItem module = ModuleItem.of(Uploads.use(body, upload -> installation.install(caller, upload.content())));
        return Created.at("admin/modules/" + module.id() + "/why", module);
    }

    @POST
    @Path("validation")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(value = "检查模块的 jar 文件而不安装，一次列出全部问题：slot 填 module", answer = ValidationItem.class)
    public ValidationItem validate(@Context Caller caller, MultipartBody body) {
        return ValidationItem.of(Uploads.use(body, upload -> installation.examine(caller, upload.content())));
    }

    @GET
    @Path("{id}/why")
    @Operation("模块的各个版本及其处于该状态的原因")
    public Listing<ModuleItem> why(@Context Caller caller, @PathParam("id") String id) {
        return Listing.whole(installation.why(caller, id), ModuleItem::of);
    }

    @GET
    @Path("{id}/impact")
    @Operation("移除模块会影响的办件、待办和台账记录")
    public ImpactItem impact(@Context Caller caller, @PathParam("id") String id) {
        return ImpactItem.of(installation.impact(caller, id));
    }

    @POST
    @Path("{id}/resumption")
    @Operation("恢复被隔离的模块；模块没有被隔离时不产生变化")
    public Listing<ModuleItem> resume(@Context Caller caller, @PathParam("id") String id) {
        return Listing.whole(installation.resume(caller, id), ModuleItem::of);
    }

    @GET
    @Path("{id}/migration")
    @Operation("预览：哪些在办件可以迁移到运行中的版本，哪些不能以及原因")
    public MigrationItem previewMigration(@Context Caller caller, @PathParam("id") String id) {
        return MigrationItem.of(migrations.preview(caller, id));
    }

    @POST
    @Path("{id}/migration")
    @Operation("将在办件迁移到运行中的版本，逐件进行并记入办理记录；不能迁移的保持原版本。再次调用只处理余下的")
    public MigrationItem migrate(@Context Caller caller, @PathParam("id") String id) {
        return MigrationItem.of(migrations.run(caller, id));
    }

    @POST
    @Path("{id}/purge")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation("清除已移除模块的办件、台账和账号，不可恢复；审计记录保留")
    public PurgedItem purge(@Context Caller caller, @PathParam("id") String id, PurgeCommand command) {
        return PurgedItem.of(installation.purge(caller, id, Asked.text(command.confirmation())));
    }

    @DELETE
    @Path("{id}")
    @Operation(value = "移除模块；办件和台账保留可查，重新安装后继续办理。version 只移除该版本", status = 204)
    public void remove(@Context Caller caller, @PathParam("id") String id, @QueryParam("version") String version) {
        installation.remove(caller, id, Asked.text(version));
    }
}
