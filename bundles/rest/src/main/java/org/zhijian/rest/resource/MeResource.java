package org.zhijian.rest.resource;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.zhijian.core.access.Caller;
import org.zhijian.core.identity.SignIn;
import org.zhijian.rest.http.BeforePasswordChange;
import org.zhijian.rest.schema.Operation;
import org.zhijian.rest.shape.Accounts.Account;
import org.zhijian.rest.shape.Commands.PasswordCommand;

/** The caller's own account. */
@Path("v1/me")
@Produces(MediaType.APPLICATION_JSON)
public final class MeResource {
    private final SignIn signIn;

    public MeResource(SignIn signIn) {
        this.signIn = signIn;
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
}
