package org.zhijian.rest.resource;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.zhijian.core.access.Caller;
import org.zhijian.core.access.Refusal;
import org.zhijian.core.modules.Installation;
import org.zhijian.rest.schema.Operation;
import org.zhijian.rest.shape.Installed.ModuleItem;
import org.zhijian.rest.shape.Listing;

/** The modules, for the operator. */
@Path("v1/admin/modules")
@Produces(MediaType.APPLICATION_JSON)
public final class ModulesResource {
    private final Installation installation;

    public ModulesResource(Installation installation) {
        this.installation = installation;
    }

    /** The service knows no callers, so this one call is guarded here. */
    @GET
    @Operation("已发现的模块及其状态；仅系统管理员")
    public Listing<ModuleItem> list(@Context Caller caller) {
        if (caller.kind() != Caller.Kind.OPERATOR) {
            throw Refusal.forbidden("仅系统管理员可以查看模块");
        }
        return Listing.whole(installation.modules(), ModuleItem::of);
    }
}
