package org.zhijian.rest.schema;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.zhijian.api.Descriptor;
import org.zhijian.api.intake.Intake;
import org.zhijian.api.procedure.Procedure;
import org.zhijian.api.register.Register;
import org.zhijian.api.registration.Registration;
import org.zhijian.core.exports.Format;
import org.zhijian.rest.shape.Received.Accepted;
import org.zhijian.rest.shape.Registering.ReceiptItem;

/** The paths of one installed jurisdiction: each procedure with its form, each register with its columns. */
final class TypedPaths {
    private static final String JURISDICTIONS = "/api/v1/jurisdictions/";
    private static final String PUBLIC = "/api/v1/public/jurisdictions/";

    private final ObjectNode document;
    private final ObjectNode schemas;
    private final RecordSchema records;

    TypedPaths(ObjectNode document, RecordSchema records) {
        this.document = document;
        this.schemas = (ObjectNode) document.get("components").get("schemas");
        this.records = records;
    }

    void addAll(Descriptor jurisdiction) {
        document.withArray("tags").addObject().put("name", jurisdiction.id()).put("description", jurisdiction.title());
        jurisdiction.procedures().forEach(procedure -> add(jurisdiction, procedure));
        jurisdiction.registers().forEach(register -> add(jurisdiction, register));
        jurisdiction.intakes().forEach(intake -> add(jurisdiction, intake));
        if (!jurisdiction.registrations().isEmpty()) {
            addRegistrations(jurisdiction);
        }
    }

    /** All registrations of a jurisdiction share one path; the id says which form goes with it. */
    private void addRegistrations(Descriptor jurisdiction) {
        ObjectNode command = Nodes.object();
        ArrayNode choices = command.putArray("oneOf");
        for (Registration registration : jurisdiction.registrations()) {
            ObjectNode form = component(
                    jurisdiction.id() + "." + registration.id(),
                    FormSchema.of(jurisdiction.id(), registration.procedure()));
            ObjectNode one = Nodes.type("object").set("required", Nodes.array(List.of("registration", "form")));
            ObjectNode properties = one.put("title", registration.title()).putObject("properties");
            properties.putObject("registration").put("const", registration.id());
            properties.set("form", form);
            properties.set("password", Nodes.type("string"));
            choices.add(one);
        }
        String address = JURISDICTIONS + jurisdiction.id() + "/registrations";
        ObjectNode operation = operation(address, "post", jurisdiction, jurisdiction.id() + ".register", "注册");
        operation.putArray("security");
        operation.putObject("requestBody").put("required", true).set("content", Responses.json(command));
        ObjectNode answer = records.of(ReceiptItem.class);
        operation.set("responses", Responses.of(201, Optional.of(Responses.json(answer)), "post", true));
    }

    private void add(Descriptor jurisdiction, Procedure procedure) {
        String name = jurisdiction.id() + "." + procedure.id();
        ObjectNode form = component(name, FormSchema.of(jurisdiction.id(), procedure));
        procedure.chain().steps().forEach(step -> FormSchema.of(jurisdiction.id(), procedure.id(), step)
                .ifPresent(schema -> component(name + "." + step.id(), schema)));

        ObjectNode command = Nodes.type("object").set("required", Nodes.array(List.of("form")));
        command.putObject("properties").set("form", form);
        String address = JURISDICTIONS + jurisdiction.id() + "/procedures/" + procedure.id() + "/cases";
        ObjectNode operation = operation(address, "post", jurisdiction, name + ".start", "发起：" + procedure.title());
        operation.put("description", "草稿可不完整；schema 的 required 是提交时的要求。");
        operation.putObject("requestBody").put("required", true).set("content", Responses.json(command));
        ObjectNode answer = Nodes.ref("#/components/schemas/CaseDetail");
        operation.set("responses", Responses.of(201, Optional.of(Responses.json(answer)), "post", true));
    }

    private void add(Descriptor jurisdiction, Intake intake) {
        String name = jurisdiction.id() + ".intake." + intake.id();
        ObjectNode message = component(name, FormSchema.of(intake));
        String address = JURISDICTIONS + jurisdiction.id() + "/intake/" + intake.id();
        ObjectNode operation = operation(address, "post", jurisdiction, name, "报送：" + intake.title());
        operation.put(
                "description",
                "编号 " + String.join("、", intake.key())
                        + (intake.isVersioned()
                                ? "，版本 " + intake.version() + "：更高版本更新，更低版本不处理（200，STALE），同版本内容不同 409。"
                                : "：同编号内容不同 409。")
                        + "内容不变的重复报送返回同一回执；格式不正确 400；违反业务规则的进入隔离区，原因见回执。");
        operation.putObject("requestBody").put("required", true).set("content", Responses.json(message));
        ObjectNode answer = Responses.json(records.of(Accepted.class));
        ObjectNode responses = Responses.of(202, Optional.of(answer), "post", true);
        if (intake.isVersioned()) {
            responses.putObject("200").put("description", "已有更高版本").set("content", answer.deepCopy());
        }
        operation.set("responses", responses);
    }

    private void add(Descriptor jurisdiction, Register<?> register) {
        String name = jurisdiction.id() + "." + register.id();
        String address = JURISDICTIONS + jurisdiction.id() + "/registers/" + register.id();
        ObjectNode item = component(name + ".record", RegisterSchema.of(register, false));
        list(jurisdiction, register, address, name + ".list", item, false);

        ObjectNode one = operation(address + "/{key}", "get", jurisdiction, name + ".one", register.title() + "：一条记录");
        one.putArray("parameters")
                .addObject()
                .put("name", "key")
                .put("in", "path")
                .put("required", true)
                .set("schema", Nodes.type("string"));
        one.set("responses", Responses.of(200, Optional.of(Responses.json(item)), "get", true));

        if (register.open()) {
            ObjectNode open = component(name + ".public", RegisterSchema.of(register, true));
            String publicly = PUBLIC + jurisdiction.id() + "/registers/" + register.id();
            list(jurisdiction, register, publicly, name + ".publicList", open, true);
        }
    }

    private void list(
            Descriptor jurisdiction, Register<?> register, String address, String id, ObjectNode item, boolean open) {
        String summary = register.title() + (open ? "：公开查询" : "：查询");
        ObjectNode operation = operation(address, "get", jurisdiction, id, summary);
        ArrayNode parameters = operation.putArray("parameters");
        List.of("q", "cursor").forEach(name -> parameter(parameters, name, "string"));
        parameter(parameters, "limit", "integer");
        asked(parameters, register, open);
        ObjectNode page = records.page(item);
        operation.set("responses", Responses.of(200, Optional.of(Responses.json(page)), "get", !open));

        ObjectNode export = operation(address + "/export", "get", jurisdiction, id + "Export", summary + "结果导出");
        ArrayNode wanted = export.putArray("parameters");
        parameter(wanted, "q", "string");
        wanted.addObject()
                .put("name", "format")
                .put("in", "query")
                .set("schema", Nodes.type("string").set("enum", Nodes.array(List.of("xlsx", "csv"))));
        asked(wanted, register, open);
        ObjectNode files = Nodes.object();
        files.putObject(Format.XLSX_TYPE);
        files.putObject(Format.CSV_TYPE);
        export.set("responses", Responses.of(200, Optional.of(files), "get", !open));
        if (open) {
            operation.putArray("security");
            export.putArray("security");
        }
    }

    /** By what a list is sorted and narrowed. */
    private static void asked(ArrayNode parameters, Register<?> register, boolean open) {
        parameters
                .addObject()
                .put("name", "sort")
                .put("in", "query")
                .set("schema", Nodes.type("string").set("enum", RegisterSchema.sorts(register, open)));
        parameters.addAll(RegisterSchema.filters(register, open));
    }

    private static void parameter(ArrayNode parameters, String name, String type) {
        parameters.addObject().put("name", name).put("in", "query").set("schema", Nodes.type(type));
    }

    private ObjectNode operation(String address, String verb, Descriptor jurisdiction, String id, String summary) {
        ObjectNode operation =
                ((ObjectNode) document.get("paths")).putObject(address).putObject(verb);
        operation.put("operationId", id).put("summary", summary);
        operation.putArray("tags").add(jurisdiction.id());
        operation.putArray("security").addObject().putArray("bearer");
        return operation;
    }

    private ObjectNode component(String name, ObjectNode schema) {
        schemas.set(name, schema);
        return Nodes.ref("#/components/schemas/" + name);
    }
}
