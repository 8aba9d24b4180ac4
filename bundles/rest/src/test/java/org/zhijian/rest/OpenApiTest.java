package org.zhijian.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaId;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion.VersionFlag;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.File;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.zhijian.api.Descriptor;
import org.zhijian.core.exports.Format;

class OpenApiTest {
    @RegisterExtension
    static final RunningRest REST = new RunningRest();

    private static JsonNode document() {
        return REST.send(REST.request("/api/openapi.json")).json();
    }

    /** Every operation of the document, as {@code get /api/...}. */
    private static Set<String> documented(JsonNode document) {
        Set<String> found = new TreeSet<>();
        document.get("paths").fields().forEachRemaining(path -> path.getValue()
                .fieldNames()
                .forEachRemaining(verb -> found.add(verb + " " + path.getKey())));
        return found;
    }

    /** Every resource method in the package of the resources, read without any help of the generator. */
    private static Set<String> written() throws Exception {
        String name = "org.zhijian.rest.resource";
        File directory = new File(ApiServlet.class
                        .getResource("/" + name.replace('.', '/') + "/AuthResource.class")
                        .toURI())
                .getParentFile();
        Set<String> found = new TreeSet<>();
        for (String file : directory.list()) {
            Class<?> type = Class.forName(name + "." + file.replace(".class", ""));
            Path root = type.getAnnotation(Path.class);
            for (Method method : root == null ? new Method[0] : type.getDeclaredMethods()) {
                Path below = method.getAnnotation(Path.class);
                String path = "/api/" + root.value() + "/" + (below == null ? "" : below.value());
                String tidy = path.replaceAll("/+", "/").replaceAll("/$", "");
                verbs(method).forEach(verb -> found.add(verb.toLowerCase(Locale.ROOT) + " " + tidy));
            }
        }
        return found;
    }

    private static Stream<String> verbs(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(Annotation::annotationType)
                .filter(type -> type.isAnnotationPresent(HttpMethod.class))
                .map(type -> type.getAnnotation(HttpMethod.class).value());
    }

    @Test
    void everyResourceMethodIsInTheDocument() throws Exception {
        assertThat(written()).hasSizeGreaterThan(20);
        assertThat(documented(document())).containsAll(written()).contains("get /health/live", "get /health/ready");
    }

    @Test
    void everyOperationInTheDocumentIsServed() {
        for (String operation : documented(document())) {
            String verb = operation.split(" ")[0].toUpperCase(Locale.ROOT);
            String path = operation.split(" ")[1].replaceAll("\\{n}", "1").replaceAll("\\{\\w+}", "x");
            if (path.startsWith("/api")) {
                var answer = REST.send(REST.request(path).method("OPTIONS", BodyPublishers.noBody()));
                assertThat(answer.header("Allow")).as(operation).contains(verb);
            }
        }
    }

    @Test
    void aParserOfOpenApiReadsItWithoutComplaint() {
        SwaggerParseResult parsed =
                new OpenAPIV3Parser().readContents(document().toString(), null, null);
        assertThat(parsed.getMessages()).isEmpty();
        assertThat(parsed.getOpenAPI().getOpenapi()).startsWith("3.1");
        assertThat(parsed.getOpenAPI().getPaths())
                .hasSize(document().get("paths").size());
    }

    @Test
    void everySchemaInItIsASchemaOfDraft202012() {
        var meta = JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(SchemaLocation.of(SchemaId.V202012));
        document().at("/components/schemas").fields().forEachRemaining(schema -> assertThat(
                        meta.validate(schema.getValue()))
                .as(schema.getKey())
                .isEmpty());
    }

    @Test
    void everyReferenceInItLeadsSomewhere() {
        JsonNode document = document();
        List<String> references = document.findValuesAsText("$ref");
        assertThat(references).isNotEmpty();
        assertThat(references).allSatisfy(reference -> assertThat(
                        document.at(reference.substring(1)).isMissingNode())
                .as(reference)
                .isFalse());
    }

    @Test
    void everyOperationHasAnIdOfItsOwnATitleAndItsProblems() {
        JsonNode document = document();
        List<String> ids = document.findValuesAsText("operationId");
        assertThat(ids).doesNotHaveDuplicates().hasSameSizeAs(documented(document));
        document.get("paths")
                .forEach(path -> path.forEach(operation -> {
                    assertThat(operation.get("summary").textValue()).isNotBlank();
                    if (operation.at("/tags/0").textValue().equals("Health")) {
                        return;
                    }
                    assertThat(operation.get("responses").fieldNames())
                            .toIterable()
                            .contains("400", "403", "404", "406", "429", "500", "503");
                }));
        assertThat(document.at("/components/responses/Problem422/content").has("application/problem+json"))
                .isTrue();
    }

    @Test
    void eachProcedureAndRegisterHasTypedPaths() {
        JsonNode document = document();
        String start = "/paths/~1api~1v1~1jurisdictions~1sample~1procedures~1transfer~1cases/post";
        assertThat(document.at(start + "/requestBody/content/application~1json/schema/properties/form/$ref")
                        .textValue())
                .isEqualTo("#/components/schemas/sample.transfer");
        assertThat(document.at("/components/schemas/sample.transfer/properties/reason/title")
                        .textValue())
                .isEqualTo("调动<原因>");
        assertThat(document.at("/components/schemas/sample.transfer.review/properties/checked/title")
                        .textValue())
                .isEqualTo("已核对原件");

        JsonNode list = document.at("/paths/~1api~1v1~1jurisdictions~1sample~1registers~1licences/get");
        assertThat(list.get("parameters"))
                .extracting(parameter -> parameter.get("name").textValue())
                .containsExactly("q", "cursor", "limit", "sort", "number", "holder", "colour");
        assertThat(list.at("/parameters/3/schema/enum"))
                .extracting(JsonNode::textValue)
                .contains("number", "-number", "changedAt", "-changedAt");
        assertThat(document.at("/paths/~1api~1v1~1cases/get/parameters"))
                .extracting(parameter -> parameter.get("name").textValue())
                .containsExactly("jurisdiction", "procedure", "state", "q", "from", "to", "sort", "cursor", "limit");
        assertThat(document.at("/paths/~1api~1v1~1cases~1export/get/responses/200/content")
                        .fieldNames())
                .toIterable()
                .containsExactly(Format.XLSX_TYPE, Format.CSV_TYPE);
        assertThat(document.at("/components/schemas/sample.licences.record/properties")
                        .fieldNames())
                .toIterable()
                .contains("key", "holder", "tags", "labels");
        assertThat(document.at("/components/schemas/sample.licences.public/properties")
                        .has("holder"))
                .isFalse();
        assertThat(document.at("/paths").has("/api/v1/public/jurisdictions/sample/registers/secrets"))
                .isFalse();
    }

    @Test
    void itFollowsTheModulesAsTheyComeAndGo() {
        String path = "/api/v1/jurisdictions/second/registers/licences";
        assertThat(document().get("paths").has(path)).isFalse();

        Descriptor second = Descriptor.jurisdiction("second", "第二市")
                .registers(SampleJurisdiction.LICENCES)
                .build();
        REST.core.installed.add(second);
        REST.core.listeners.forEach(Runnable::run);
        assertThat(document().get("paths").has(path)).isTrue();

        REST.core.installed.remove(second);
        REST.core.listeners.forEach(Runnable::run);
        assertThat(document().get("paths").has(path)).isFalse();
    }

    @Test
    void thePageForPeopleShowsItAllWithoutLoadingAnything() {
        var page = REST.send(REST.request("/api/docs"));

        assertThat(page.header("Content-Type")).startsWith("text/html");
        assertThat(page.header("Content-Security-Policy")).startsWith("default-src 'none'; style-src 'sha256-");
        assertThat(page.text())
                .contains("示范市", "调动&lt;原因&gt;", "/api/v1/tasks/{id}/decision", "不需登录")
                .doesNotContain("<script", "http://", "https://", "调动<原因>");
    }
}
