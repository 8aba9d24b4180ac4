package org.zhijian.rest.resource;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.zhijian.core.identity.UsbKeySignIn;
import org.zhijian.rest.http.BeforePasswordChange;
import org.zhijian.rest.http.Open;
import org.zhijian.rest.schema.Operation;
import org.zhijian.rest.shape.Accounts.LockChallenge;
import org.zhijian.rest.shape.Accounts.Token;
import org.zhijian.rest.shape.Commands.LockCommand;
import org.zhijian.rest.shape.Commands.LockProofCommand;

/** Signing in by a lock with a certificate. */
@Path("v1/auth/usbkey")
@Produces(MediaType.APPLICATION_JSON)
@Open
public final class UsbKeyResource {
    private final UsbKeySignIn usbKeySignIn;

    public UsbKeyResource(UsbKeySignIn usbKeySignIn) {
        this.usbKeySignIn = usbKeySignIn;
    }

    @POST
    @Path("challenge")
    @Consumes(MediaType.APPLICATION_JSON)
    @BeforePasswordChange
    @Operation("取得须由加密锁签名的随机数，120 秒内一次有效")
    public LockChallenge challenge(LockCommand command) {
        return LockChallenge.of(usbKeySignIn.challenge(Asked.needed("serial", command.serial())));
    }

    @POST
    @Path("verify")
    @Consumes(MediaType.APPLICATION_JSON)
    @BeforePasswordChange
    @Operation("以加密锁的证书、签名和密码登录，取得令牌")
    public Token verify(@Context HttpServletRequest request, LockProofCommand command) {
        UsbKeySignIn.Proof proof = new UsbKeySignIn.Proof(
                Asked.needed("serial", command.serial()),
                Asked.text(command.nonce()),
                Asked.needed("certificate", command.certificate()),
                Asked.needed("signature", command.signature()),
                Asked.needed("password", command.password()));
        return Token.of(usbKeySignIn.verify(proof, request.getRemoteAddr()));
    }
}
