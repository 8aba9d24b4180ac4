package org.zhijian.rest.resource;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.zhijian.core.identity.SignIn;
import org.zhijian.rest.http.BeforePasswordChange;
import org.zhijian.rest.http.Open;
import org.zhijian.rest.http.RateLimited;
import org.zhijian.rest.schema.Operation;
import org.zhijian.rest.shape.Accounts.CaptchaPicture;
import org.zhijian.rest.shape.Commands.SmsCommand;

/** What is needed to ask for a token: pictures to be read, codes to be received. */
@Path("v1/auth")
@Produces(MediaType.APPLICATION_JSON)
@Open
@RateLimited
public final class CodesResource {
    private final SignIn signIn;

    public CodesResource(SignIn signIn) {
        this.signIn = signIn;
    }

    @GET
    @Path("captcha")
    @BeforePasswordChange
    @Operation("一张新的验证码图片，180 秒内一次有效")
    public CaptchaPicture captcha() {
        return CaptchaPicture.of(signIn.captcha());
    }

    @POST
    @Path("sms")
    @Consumes(MediaType.APPLICATION_JSON)
    @BeforePasswordChange
    @Operation(value = "向账号登记的手机号码发送动态密码；无论账号是否存在都返回 202", status = 202)
    public Response send(@Context HttpServletRequest request, SmsCommand command) {
        signIn.sendCode(
                Asked.needed("portal", command.portal()),
                Asked.needed("loginName", command.loginName()),
                Asked.captcha(command.captchaId(), command.captcha()),
                request.getRemoteAddr());
        return Response.accepted().build();
    }
}
