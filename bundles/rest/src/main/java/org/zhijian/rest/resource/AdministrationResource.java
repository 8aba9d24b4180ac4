package org.zhijian.rest.resource;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.zhijian.core.access.Caller;
import org.zhijian.core.access.Once;
import org.zhijian.core.administration.Administration;
import org.zhijian.core.administration.Administration.NewAccount;
import org.zhijian.core.administration.Administration.Query;
import org.zhijian.rest.schema.Operation;
import org.zhijian.rest.shape.Administered.AccountCommand;
import org.zhijian.rest.shape.Administered.AccountItem;
import org.zhijian.rest.shape.Administered.DisableCommand;
import org.zhijian.rest.shape.Administered.IssuedItem;
import org.zhijian.rest.shape.Administered.OfficeItem;
import org.zhijian.rest.shape.Administered.OfficesCommand;
import org.zhijian.rest.shape.Listing;

/** The accounts and offices of a region, for those who administer it. */
@Path("v1/jurisdictions/{jurisdiction}/administration")
@Produces(MediaType.APPLICATION_JSON)
public final class AdministrationResource {
    private final Administration administration;

    public AdministrationResource(Administration administration) {
        this.administration = administration;
    }

    @GET
    @Path("offices")
    @Operation("本辖区的机构及其在用账号数")
    public Listing<OfficeItem> offices(@Context Caller caller, @PathParam("jurisdiction") String jurisdiction) {
        return Listing.whole(administration.offices(caller, jurisdiction), OfficeItem::of);
    }

    @GET
    @Path("accounts")
    @Operation("本辖区的账号；kind 为账号种类，office 为机构 id，q 为登录名或名称")
    public Listing<AccountItem> accounts(
            @Context Caller caller,
            @PathParam("jurisdiction") String jurisdiction,
            @QueryParam("kind") String kind,
            @QueryParam("office") String office,
            @QueryParam("q") String text,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") String limit) {
        Optional<Caller.Kind> wanted = Asked.text(kind).isEmpty()
                ? Optional.empty()
                : Optional.of(Asked.constant(Caller.Kind.class, "kind", kind));
        Query query = new Query(wanted, Asked.text(office), Asked.text(text), Asked.text(cursor), Asked.limit(limit));
        return Listing.of(administration.accounts(caller, jurisdiction, query), AccountItem::of);
    }

    @POST
    @Path("accounts")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(value = "开立机构人员的账号，或单位的又一个账号；首次登录须修改密码", status = 201, answer = IssuedItem.class)
    public Response open(
            @Context Caller caller,
            @Context Once once,
            @PathParam("jurisdiction") String jurisdiction,
            AccountCommand command) {
        NewAccount wanted = new NewAccount(
                Asked.needed("loginName", command.loginName()),
                Asked.text(command.name()),
                Asked.text(command.organisationId()),
                command.offices() == null ? Set.of() : offices(command.offices()),
                Asked.text(command.mobile()));
        IssuedItem issued = IssuedItem.of(administration.open(caller, once, jurisdiction, wanted));
        return Created.at(
                "jurisdictions/" + jurisdiction + "/administration/accounts/"
                        + issued.account().id(),
                issued);
    }

    private static Set<String> offices(List<String> ids) {
        ids.forEach(id -> Asked.needed("offices", id));
        return Set.copyOf(ids);
    }

    @GET
    @Path("accounts/{id}")
    @Operation("一个账号")
    public AccountItem account(
            @Context Caller caller, @PathParam("jurisdiction") String jurisdiction, @PathParam("id") String id) {
        return AccountItem.of(administration.account(caller, jurisdiction, id));
    }

    @POST
    @Path("accounts/{id}/disable")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation("停用账号，其登录随即失效")
    public AccountItem disable(
            @Context Caller caller,
            @Context Once once,
            @PathParam("jurisdiction") String jurisdiction,
            @PathParam("id") String id,
            DisableCommand command) {
        return AccountItem.of(administration.disable(caller, once, jurisdiction, id, Asked.text(command.reason())));
    }

    @POST
    @Path("accounts/{id}/enable")
    @Operation("启用账号")
    public AccountItem enable(
            @Context Caller caller,
            @Context Once once,
            @PathParam("jurisdiction") String jurisdiction,
            @PathParam("id") String id) {
        return AccountItem.of(administration.enable(caller, once, jurisdiction, id));
    }

    @POST
    @Path("accounts/{id}/unlock")
    @Operation("解除因密码错误造成的登录锁定")
    public AccountItem unlock(
            @Context Caller caller,
            @Context Once once,
            @PathParam("jurisdiction") String jurisdiction,
            @PathParam("id") String id) {
        return AccountItem.of(administration.unlock(caller, once, jurisdiction, id));
    }

    @POST
    @Path("accounts/{id}/password")
    @Operation("重置密码；下次登录须修改，原有登录随即失效")
    public IssuedItem resetPassword(
            @Context Caller caller,
            @Context Once once,
            @PathParam("jurisdiction") String jurisdiction,
            @PathParam("id") String id) {
        return IssuedItem.of(administration.resetPassword(caller, once, jurisdiction, id));
    }

    @PUT
    @Path("accounts/{id}/offices")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation("调整机构人员所属的机构")
    public AccountItem assign(
            @Context Caller caller,
            @Context Once once,
            @PathParam("jurisdiction") String jurisdiction,
            @PathParam("id") String id,
            OfficesCommand command) {
        return AccountItem.of(administration.assign(
                caller, once, jurisdiction, id, offices(Asked.needed("offices", command.offices()))));
    }
}
