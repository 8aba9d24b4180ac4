package org.zhijian.rest.resource;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.zhijian.core.access.Caller;
import org.zhijian.core.access.Once;
import org.zhijian.core.identity.SignInMeans;
import org.zhijian.rest.schema.Operation;
import org.zhijian.rest.shape.Accounts.MeansItem;
import org.zhijian.rest.shape.Commands.LockCommand;
import org.zhijian.rest.shape.Commands.WindowMobileCommand;
import org.zhijian.rest.shape.Listing;

/** The numbers and locks of a region's accounts, for those who administer it. */
@Path("v1/jurisdictions/{jurisdiction}/sign-in-means")
@Produces(MediaType.APPLICATION_JSON)
public final class SignInMeansResource {
    private final SignInMeans means;

    public SignInMeansResource(SignInMeans means) {
        this.means = means;
    }

    @GET
    @Operation("本辖区各账号的手机号码和加密锁；q 为登录名或名称")
    public Listing<MeansItem> list(
            @Context Caller caller,
            @PathParam("jurisdiction") String jurisdiction,
            @QueryParam("q") String text,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") String limit) {
        return Listing.of(
                means.list(caller, jurisdiction, Asked.text(text), Asked.text(cursor), Asked.limit(limit)),
                MeansItem::of);
    }

    @PUT
    @Path("{id}/mobile")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(value = "窗口凭证明变更手机号码，立即生效", status = 204)
    public void changeMobile(
            @Context Caller caller,
            @Context Once once,
            @PathParam("jurisdiction") String jurisdiction,
            @PathParam("id") String id,
            WindowMobileCommand command) {
        means.changeMobile(
                caller,
                once,
                jurisdiction,
                id,
                Asked.needed("mobile", command.mobile()),
                Asked.needed("proof", command.proof()));
    }

    @PUT
    @Path("{id}/usb-key")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(value = "绑定加密锁", status = 204)
    public void bind(
            @Context Caller caller,
            @Context Once once,
            @PathParam("jurisdiction") String jurisdiction,
            @PathParam("id") String id,
            LockCommand command) {
        means.bindUsbKey(caller, once, jurisdiction, id, Asked.needed("serial", command.serial()));
    }

    @DELETE
    @Path("{id}/usb-key")
    @Operation(value = "解除已挂失的加密锁；该账号此后可用动态密码登录", status = 204)
    public void unbind(
            @Context Caller caller,
            @Context Once once,
            @PathParam("jurisdiction") String jurisdiction,
            @PathParam("id") String id) {
        means.unbindUsbKey(caller, once, jurisdiction, id);
    }
}
