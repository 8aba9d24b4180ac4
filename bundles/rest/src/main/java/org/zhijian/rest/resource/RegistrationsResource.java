package org.zhijian.rest.resource;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.apache.cxf.jaxrs.ext.multipart.MultipartBody;
import org.zhijian.api.Descriptor;
import org.zhijian.api.form.FormData;
import org.zhijian.core.access.Caller;
import org.zhijian.core.access.Once;
import org.zhijian.core.cases.Upload;
import org.zhijian.core.catalogue.Catalogue;
import org.zhijian.core.identity.UsbKeySignIn;
import org.zhijian.core.registration.Application;
import org.zhijian.core.registration.Evidence;
import org.zhijian.core.registration.Registrations;
import org.zhijian.rest.http.Open;
import org.zhijian.rest.http.RateLimited;
import org.zhijian.rest.schema.Operation;
import org.zhijian.rest.shape.Listing;
import org.zhijian.rest.shape.Registering.EvidenceCommand;
import org.zhijian.rest.shape.Registering.LockAnswer;
import org.zhijian.rest.shape.Registering.LookupCommand;
import org.zhijian.rest.shape.Registering.LookupItem;
import org.zhijian.rest.shape.Registering.ReceiptItem;
import org.zhijian.rest.shape.Registering.RegistrationCommand;
import org.zhijian.rest.shape.Registering.RegistrationItem;

/** How organisations come to their accounts. */
@Open
@RateLimited
@Path("v1/jurisdictions/{jurisdiction}/registrations")
@Produces(MediaType.APPLICATION_JSON)
public final class RegistrationsResource {
    private final Registrations registrations;
    private final Catalogue catalogue;

    public RegistrationsResource(Registrations registrations, Catalogue catalogue) {
        this.registrations = registrations;
        this.catalogue = catalogue;
    }

    @GET
    @Operation("可用的注册：任何人可办理的，以及登录的机构可为单位办理的")
    public Listing<RegistrationItem> list(@Context Caller caller, @PathParam("jurisdiction") String jurisdiction) {
        Descriptor descriptor = catalogue.jurisdiction(jurisdiction);
        return Listing.whole(
                registrations.of(caller, jurisdiction), registration -> RegistrationItem.of(descriptor, registration));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(value = "注册单位及其账号；无须审核的立即开通", status = 201, answer = ReceiptItem.class)
    public Response register(
            @Context Caller caller,
            @Context Once once,
            @PathParam("jurisdiction") String jurisdiction,
            RegistrationCommand command) {
        return register(caller, once, jurisdiction, command, List.of());
    }

    /** Scans come with the registration, each under the id of its slot, for people without an account have no draft to add them to. */
    @POST
    @Path("with-attachments")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(
            value = "注册单位及其账号，并提交材料：registration 部分为 JSON，其余各部分以材料 id 为名",
            parts = "registration",
            status = 201,
            answer = ReceiptItem.class)
    public Response registerWithAttachments(
            @Context Caller caller,
            @Context Once once,
            @PathParam("jurisdiction") String jurisdiction,
            MultipartBody body) {
        RegistrationCommand command = Uploads.command(body, "registration", RegistrationCommand.class);
        return Uploads.all(body, "registration", files -> register(caller, once, jurisdiction, command, files));
    }

    private Response register(
            Caller caller, Once once, String jurisdiction, RegistrationCommand command, List<Upload> files) {
        Application application = new Application(
                Asked.needed("registration", command.registration()),
                new FormData(Asked.needed("form", command.form())),
                files,
                command.password() == null ? "" : command.password(),
                evidence(command.evidence()));
        ReceiptItem receipt = ReceiptItem.of(registrations.register(caller, once, jurisdiction, application));
        return Created.at("jurisdictions/" + jurisdiction + "/registrations/" + receipt.id(), receipt);
    }

    private static Evidence evidence(EvidenceCommand shown) {
        return shown == null
                ? Evidence.NONE
                : new Evidence(
                        Asked.text(shown.password()),
                        Optional.ofNullable(shown.lock()).map(RegistrationsResource::proof));
    }

    private static UsbKeySignIn.Proof proof(LockAnswer answer) {
        return new UsbKeySignIn.Proof(
                Asked.needed("serial", answer.serial()),
                Asked.text(answer.nonce()),
                Asked.needed("certificate", answer.certificate()),
                Asked.needed("signature", answer.signature()),
                "");
    }

    @POST
    @Path("{registration}/lookup")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation("按已填写的内容查询可填入的已知信息，例如企业在旧系统登记的信息")
    public LookupItem lookUp(
            @Context Caller caller,
            @PathParam("jurisdiction") String jurisdiction,
            @PathParam("registration") String registration,
            LookupCommand command) {
        FormData form = new FormData(Asked.needed("form", command.form()));
        return new LookupItem(registrations
                .lookUp(caller, jurisdiction, registration, form)
                .orElse(FormData.EMPTY)
                .values());
    }

    @GET
    @Path("{id}")
    @Operation("注册的审核结果")
    public ReceiptItem status(@PathParam("jurisdiction") String jurisdiction, @PathParam("id") String id) {
        return ReceiptItem.of(registrations.status(jurisdiction, id));
    }
}
