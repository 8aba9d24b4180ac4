package org.zhijian.rest.resource;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.zhijian.core.identity.PlatformSignIn;
import org.zhijian.rest.http.BeforePasswordChange;
import org.zhijian.rest.http.Open;
import org.zhijian.rest.http.RateLimited;
import org.zhijian.rest.schema.Operation;
import org.zhijian.rest.shape.Accounts.PlatformVisit;
import org.zhijian.rest.shape.Commands.PlatformCommand;

/** Signing in by a government service platform: the way there. The way back is the token. */
@Path("v1/auth/service-platform")
@Produces(MediaType.APPLICATION_JSON)
@Open
@RateLimited
public final class ServicePlatformResource {
    private final PlatformSignIn platformSignIn;

    public ServicePlatformResource(PlatformSignIn platformSignIn) {
        this.platformSignIn = platformSignIn;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @BeforePasswordChange
    @Operation("前往政务服务平台登录，10 分钟内带回凭据")
    public PlatformVisit start(PlatformCommand command) {
        return PlatformVisit.of(platformSignIn.start(Asked.needed("portal", command.portal())));
    }
}
