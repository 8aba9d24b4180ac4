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

    public AuthResource(SignIn signIn) {
        this.signIn = signIn;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Open
    @BeforePasswordChange
    @Operation("登录，取得令牌；机构系统用 grant=client_credentials 及 clientId、clientSecret")
    public Token signIn(@Context HttpServletRequest request, TokenCommand command) {
        return Token.of(session(command, request.getRemoteAddr()));
    }

    private Session session(TokenCommand command, String address) {
        String grant = Asked.text(command.grant());
        return switch (grant) {
            case "", "password" ->
                signIn.byPassword(
                        Asked.text(command.portal()),
                        Asked.needed("loginName", command.loginName()),
                        Asked.needed("password", command.password()),
                        address);
            case "client_credentials" ->
                signIn.byClientSecret(
                        Asked.needed("clientId", command.clientId()),
                        Asked.needed("clientSecret", command.clientSecret()),
                        address);
            default -> throw Refusal.malformed("不支持的 grant：" + grant);
        };
    }

    @DELETE
    @BeforePasswordChange
    @Operation(value = "退出登录，令牌随即失效", status = 204)
    public void signOut(@HeaderParam(HttpHeaders.AUTHORIZATION) String authorization) {
        Bearer.token(authorization).ifPresent(signIn::signOut);
    }
}
