package org.zhijian.rest.resource;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.zhijian.core.access.Caller;
import org.zhijian.core.identity.MobileChanges;
import org.zhijian.core.identity.SignIn;
import org.zhijian.rest.http.BeforePasswordChange;
import org.zhijian.rest.schema.Operation;
import org.zhijian.rest.shape.Accounts.Account;
import org.zhijian.rest.shape.Accounts.MobileChanged;
import org.zhijian.rest.shape.Accounts.MobileProof;
import org.zhijian.rest.shape.Accounts.MobileStanding;
import org.zhijian.rest.shape.Commands.CodeCommand;
import org.zhijian.rest.shape.Commands.MobileCommand;
import org.zhijian.rest.shape.Commands.NewMobileCommand;
import org.zhijian.rest.shape.Commands.PasswordCommand;

/** The caller's own account. */
@Path("v1/me")
@Produces(MediaType.APPLICATION_JSON)
public final class MeResource {
    private final SignIn signIn;
    private final MobileChanges mobileChanges;

    public MeResource(SignIn signIn, MobileChanges mobileChanges) {
        this.signIn = signIn;
        this.mobileChanges = mobileChanges;
    }

    @GET
    @BeforePasswordChange
    @Operation("当前账号")
    public Account me(@Context Caller caller) {
        return Account.of(caller);
    }

    @POST
    @Path("password")
    @Consumes(MediaType.APPLICATION_JSON)
    @BeforePasswordChange
    @Operation(value = "修改密码；其他登录随即失效", status = 204)
    public void changePassword(@Context Caller caller, PasswordCommand command) {
        signIn.changePassword(
                caller,
                Asked.needed("oldPassword", command.oldPassword()),
                Asked.needed("newPassword", command.newPassword()));
    }

    @GET
    @Path("mobile")
    @Operation("当前账号接收动态密码的手机号码，及待审核的变更")
    public MobileStanding mobile(@Context Caller caller) {
        return MobileStanding.of(mobileChanges.standing(caller));
    }

    @POST
    @Path("mobile/old-code")
    @Operation(value = "变更手机号码第一步：向原号码发送验证码", status = 202)
    public Response sendOldCode(@Context Caller caller) {
        mobileChanges.sendOldCode(caller);
        return Response.accepted().build();
    }

    @POST
    @Path("mobile/proof")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation("变更手机号码第一步：验证原号码")
    public MobileProof prove(@Context Caller caller, CodeCommand command) {
        return new MobileProof(mobileChanges.prove(caller, Asked.needed("code", command.code())));
    }

    @POST
    @Path("mobile/new-code")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(value = "变更手机号码第二步：向新号码发送验证码", status = 202)
    public Response sendNewCode(@Context Caller caller, NewMobileCommand command) {
        mobileChanges.sendNewCode(
                caller, Asked.needed("proof", command.proof()), Asked.needed("mobile", command.mobile()));
        return Response.accepted().build();
    }

    @POST
    @Path("mobile")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation("变更手机号码第二步：验证新号码并变更；按辖区规定立即生效或待审核")
    public MobileChanged changeMobile(@Context Caller caller, MobileCommand command) {
        return new MobileChanged(mobileChanges.change(
                caller,
                Asked.needed("proof", command.proof()),
                Asked.needed("mobile", command.mobile()),
                Asked.needed("code", command.code())));
    }
}
