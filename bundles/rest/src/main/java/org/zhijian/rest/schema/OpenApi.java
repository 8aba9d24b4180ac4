package org.zhijian.rest.schema;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.zhijian.core.catalogue.Catalogue;
import org.zhijian.rest.shape.Health;

/**
 * The OpenAPI 3.1 document of all that is installed at the moment: the resources, read off their classes, and for each installed procedure and
 * register its own typed paths.
 */
public final class OpenApi {
    private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";

    private final List<Class<?>> resources;
    private final Catalogue catalogue;

    public OpenApi(List<Class<?>> resources, Catalogue catalogue) {
        this.resources = List.copyOf(resources);
        this.catalogue = catalogue;
    }

    /** Draws the document anew. */
    public ObjectNode document() {
        ObjectNode document = Nodes.object().put("openapi", "3.1.0");
        document.putObject("info")
                .put("title", "质监业务接口")
                .put("version", "1")
                .put(
                        "description",
                        "工程质量监督行业注册与审批。时间带 +08:00 时差，日期为 yyyy-MM-dd，小数以字符串表示；" + "错误一律为 application/problem+json。");
        document.put("jsonSchemaDialect", DIALECT);
        document.putArray("servers").addObject().put("url", "/");
        ObjectNode paths = document.putObject("paths");
        ObjectNode components = document.putObject("components");
        RecordSchema records = new RecordSchema(components.putObject("schemas"));
        components.set("responses", Responses.components(records));
        components
                .putObject("securitySchemes")
                .putObject("bearer")
                .put("type", "http")
                .put("scheme", "bearer");

        Operations operations = new Operations(paths, records);
        resources.forEach(operations::addAll);
        health(paths, records);
        TypedPaths typed = new TypedPaths(document, records);
        catalogue.jurisdictions().forEach(entry -> typed.addAll(entry.descriptor()));
        return document;
    }

    /** The health of the installation is no resource: it answers also while there is nothing else to ask. */
    private static void health(ObjectNode paths, RecordSchema records) {
        health(paths, records, "live", "进程是否存活");
        health(paths, records, "ready", "是否就绪：数据库可用、迁移完成、应启动的模块均已运行");
    }

    private static void health(ObjectNode paths, RecordSchema records, String name, String summary) {
        ObjectNode operation = paths.putObject("/health/" + name).putObject("get");
        operation.put("operationId", "Health." + name).put("summary", summary);
        operation.putArray("tags").add("Health");
        operation.putArray("security");
        ObjectNode content = Responses.json(records.of(Health.class));
        ObjectNode responses = Responses.of(200, Optional.of(content), "get", false);
        responses.putObject("503").put("description", "不正常").set("content", content.deepCopy());
        operation.set("responses", responses);
    }
}
