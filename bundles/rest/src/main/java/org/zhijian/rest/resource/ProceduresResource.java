package org.zhijian.rest.resource;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Map;
import org.zhijian.api.form.Form;
import org.zhijian.api.form.FormData;
import org.zhijian.core.access.Caller;
import org.zhijian.core.access.Once;
import org.zhijian.core.cases.Cases;
import org.zhijian.core.catalogue.Catalogue;
import org.zhijian.rest.http.Open;
import org.zhijian.rest.schema.Operation;
import org.zhijian.rest.shape.CaseDetail;
import org.zhijian.rest.shape.Commands.FormCommand;
import org.zhijian.rest.shape.Installed.OptionItem;
import org.zhijian.rest.shape.Listing;
import org.zhijian.rest.shape.ProcedureDefinition;

/** What can be applied for. */
@Path("v1/jurisdictions/{jurisdiction}/procedures/{procedure}")
@Produces(MediaType.APPLICATION_JSON)
public final class ProceduresResource {
    private final Catalogue catalogue;
    private final Cases cases;

    public ProceduresResource(Catalogue catalogue, Cases cases) {
        this.catalogue = catalogue;
        this.cases = cases;
    }

    @GET
    @Open
    @Operation("办事事项的定义：表单、材料、环节、决定")
    public ProcedureDefinition definition(
            @PathParam("jurisdiction") String jurisdiction, @PathParam("procedure") String procedure) {
        return ProcedureDefinition.of(
                catalogue.jurisdiction(jurisdiction),
                catalogue.procedure(jurisdiction, procedure),
                catalogue.versionOf(jurisdiction, procedure));
    }

    /** Choices may depend on what is filled in so far; query parameters named like fields of the form say it. */
    @GET
    @Path("options/{field}")
    @Operation("字段的可选值；其他查询参数视为表单中已填写的字段")
    public Listing<OptionItem> options(
            @Context Caller caller,
            @Context UriInfo uri,
            @PathParam("jurisdiction") String jurisdiction,
            @PathParam("procedure") String procedure,
            @PathParam("field") String field,
            @QueryParam("q") String text,
            @QueryParam("cursor") String cursor) {
        Form form = catalogue.procedure(jurisdiction, procedure).applicantForm();
        Map<String, String> filled = Asked.others(uri, name -> form.field(name).isPresent());
        return Listing.of(
                catalogue.options(
                        caller,
                        jurisdiction,
                        procedure,
                        field,
                        new FormData(Map.copyOf(filled)),
                        Asked.text(text),
                        Asked.text(cursor)),
                OptionItem::of);
    }

    @POST
    @Path("cases")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(value = "发起办件，保存为草稿；submit=true 时当即提交，违反规则则 422 且不保存", status = 201, answer = CaseDetail.class)
    public Response start(
            @Context Caller caller,
            @Context Once once,
            @PathParam("jurisdiction") String jurisdiction,
            @PathParam("procedure") String procedure,
            @QueryParam("submit") String submit,
            FormCommand command) {
        FormData form = new FormData(Asked.needed("form", command.form()));
        CaseDetail started = CaseDetail.of(
                Asked.flag("submit", submit)
                        ? cases.submit(caller, once, jurisdiction, procedure, form)
                        : cases.start(caller, once, jurisdiction, procedure, form));
        return Created.at("cases/" + started.line().id(), started);
    }
}
