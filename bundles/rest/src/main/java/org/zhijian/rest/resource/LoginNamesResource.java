package org.zhijian.rest.resource;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.zhijian.core.identity.LoginNames;
import org.zhijian.rest.http.Open;
import org.zhijian.rest.http.RateLimited;
import org.zhijian.rest.schema.Operation;
import org.zhijian.rest.shape.Commands.LoginNamesCommand;
import org.zhijian.rest.shape.Listing;
import org.zhijian.rest.shape.LoginNameItem;

/** Finding a login name again, without one. */
@Open
@RateLimited
@Path("v1/auth/login-names")
@Produces(MediaType.APPLICATION_JSON)
public final class LoginNamesResource {
    private final LoginNames loginNames;

    public LoginNamesResource(LoginNames loginNames) {
        this.loginNames = loginNames;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation("找回登录名：提供注册人身份证号的，显示完整手机号码；每个单位每天五次；不提供该功能的门户 404")
    public Listing<LoginNameItem> find(@Context HttpServletRequest request, LoginNamesCommand command) {
        LoginNames.Question question = new LoginNames.Question(
                Asked.needed("portal", command.portal()),
                Asked.text(command.orgName()),
                Asked.text(command.orgCode()),
                Asked.text(command.registrantIdNo()),
                Asked.captcha(command.captchaId(), command.captcha()));
        return Listing.whole(loginNames.find(question, request.getRemoteAddr()), LoginNameItem::of);
    }
}
