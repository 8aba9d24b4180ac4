package org.zhijian.rest.resource;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.zhijian.core.access.Refusal;
import org.zhijian.core.identity.PlatformSignIn;
import org.zhijian.core.identity.QrSignIn;
import org.zhijian.core.identity.Session;
import org.zhijian.core.identity.SignIn;
import org.zhijian.rest.http.Bearer;
import org.zhijian.rest.http.BeforePasswordChange;
import org.zhijian.rest.http.Open;
import org.zhijian.rest.schema.Operation;
import org.zhijian.rest.shape.Accounts.Token;
import org.zhijian.rest.shape.Commands.TokenCommand;

/** Tokens. */
@Path("v1/auth/token")
@Produces(MediaType.APPLICATION_JSON)
public final class AuthResource {
    private final SignIn signIn;
    private final QrSignIn qrSignIn;
    private final PlatformSignIn platformSignIn;

    public AuthResource(SignIn signIn, QrSignIn qrSignIn, PlatformSignIn platformSignIn) {
        this.signIn = signIn;
        this.qrSignIn = qrSignIn;
        this.platformSignIn = platformSignIn;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Open
    @BeforePasswordChange
    @Operation(
            "登录，取得令牌：loginName 加 password 或 smsCode，或扫码得到的 qrId 和 ticket，或政务服务平台的 state 和 ticket；机构系统用 grant=client_credentials 及 clientId、clientSecret")
    public Token signIn(@Context HttpServletRequest request, TokenCommand command) {
        return Token.of(session(command, request.getRemoteAddr()));
    }

    private Session session(TokenCommand command, String address) {
        String grant = Asked.text(command.grant());
        return switch (grant) {
            case "", "password" -> person(command, address);
            case "client_credentials" ->
                signIn.byClientSecret(
                        Asked.needed("clientId", command.clientId()),
                        Asked.needed("clientSecret", command.clientSecret()),
                        address);
            default -> throw Refusal.malformed("不支持的 grant：" + grant);
        };
    }

    private Session person(TokenCommand command, String address) {
        if (command.state() != null) {
            return platformSignIn.redeem(command.state(), Asked.needed("ticket", command.ticket()), address);
        }
        if (command.ticket() != null) {
            return qrSignIn.redeem(Asked.needed("qrId", command.qrId()), command.ticket(), address);
        }
        String portal = Asked.text(command.portal());
        String loginName = Asked.needed("loginName", command.loginName());
        if (command.smsCode() != null) {
            return signIn.byCode(portal, loginName, command.smsCode(), address);
        }
        return signIn.byPassword(
                portal,
                loginName,
                Asked.needed("password", command.password()),
                Asked.captcha(command.captchaId(), command.captcha()),
                address);
    }

    @DELETE
    @BeforePasswordChange
    @Operation(value = "退出登录，令牌随即失效", status = 204)
    public void signOut(@HeaderParam(HttpHeaders.AUTHORIZATION) String authorization) {
        Bearer.token(authorization).ifPresent(signIn::signOut);
    }
}
