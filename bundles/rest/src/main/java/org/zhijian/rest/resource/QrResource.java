package org.zhijian.rest.resource;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.zhijian.core.access.Caller;
import org.zhijian.core.identity.QrSignIn;
import org.zhijian.rest.http.BeforePasswordChange;
import org.zhijian.rest.http.Open;
import org.zhijian.rest.schema.Operation;
import org.zhijian.rest.shape.Accounts.QrCode;
import org.zhijian.rest.shape.Accounts.QrProgress;
import org.zhijian.rest.shape.Accounts.QrRole;
import org.zhijian.rest.shape.Accounts.QrRoles;
import org.zhijian.rest.shape.Commands.QrCommand;
import org.zhijian.rest.shape.Commands.RoleCommand;

/** Signing in by a scanned code: one side shows it and asks how far it is, the other scans and chooses. */
@Path("v1/auth/qr")
@Produces(MediaType.APPLICATION_JSON)
public final class QrResource {
    private final QrSignIn qrSignIn;

    public QrResource(QrSignIn qrSignIn) {
        this.qrSignIn = qrSignIn;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Open
    @BeforePasswordChange
    @Operation("发起扫码登录，120 秒内须扫描")
    public QrCode start(QrCommand command) {
        String portal = Asked.needed("portal", command.portal());
        return QrCode.of(portal, qrSignIn.start(portal));
    }

    @GET
    @Path("{id}")
    @Open
    @BeforePasswordChange
    @Operation("扫码登录的进度；仅发起的一方（X-Qr-Secret）在确认后取得一次性凭据")
    public QrProgress progress(@PathParam("id") String id, @HeaderParam("X-Qr-Secret") String secret) {
        return QrProgress.of(qrSignIn.progress(id, Asked.text(secret)));
    }

    @POST
    @Path("{id}/scan")
    @Operation("个人账号扫描二维码，返回本人的各账号")
    public QrRoles scan(@Context Caller caller, @PathParam("id") String id) {
        return new QrRoles(
                QrSignIn.State.SCANNED,
                qrSignIn.scan(caller, id).stream().map(QrRole::of).toList());
    }

    @POST
    @Path("{id}/confirm")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation("扫描者选择以哪个账号登录")
    public QrProgress confirm(@Context Caller caller, @PathParam("id") String id, RoleCommand command) {
        qrSignIn.confirm(caller, id, Asked.needed("accountId", command.accountId()));
        return new QrProgress(QrSignIn.State.CONFIRMED, null);
    }

    @POST
    @Path("{id}/cancel")
    @Operation("扫描者取消登录")
    public QrProgress cancel(@Context Caller caller, @PathParam("id") String id) {
        qrSignIn.cancel(caller, id);
        return new QrProgress(QrSignIn.State.CANCELLED, null);
    }
}
