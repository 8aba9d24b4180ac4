package org.zhijian.rest.schema;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.cxf.jaxrs.ext.multipart.MultipartBody;
import org.zhijian.core.access.Once;
import org.zhijian.rest.http.Authentication;
import org.zhijian.rest.http.OnceContext;

/** Reads resource classes into the paths of the document, so that no endpoint can be missing from it. */
final class Operations {
    private static final String BASE = "/api/";

    /** What parameters mean that many calls have. */
    private static final Map<String, String> MEANINGS = Map.of(
            "q", "关键字：编号、名称中任意连续的文字，两个字即可；不分全角半角和大小写",
            "sort", "排序；前加减号为倒序",
            "cursor", "上一页返回的 next；排序不变时有效",
            "limit", "每页条数，缺省 50，最多 100",
            "from", "提交日期不早于",
            "to", "提交日期不晚于",
            "format", "xlsx（缺省）或 csv",
            "jurisdiction", "辖区 id",
            "procedure", "办事事项 id",
            "register", "台账 id");

    private final ObjectNode paths;
    private final RecordSchema records;

    Operations(ObjectNode paths, RecordSchema records) {
        this.paths = paths;
        this.records = records;
    }

    void addAll(Class<?> resource) {
        Arrays.stream(resource.getDeclaredMethods())
                .filter(method -> verb(method).isPresent())
                .sorted((one, other) -> one.getName().compareTo(other.getName()))
                .forEach(method -> add(resource, method));
    }

    private static Optional<String> verb(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                .filter(http -> http != null)
                .map(HttpMethod::value)
                .findFirst();
    }

    private void add(Class<?> resource, Method method) {
        Operation told = method.getAnnotation(Operation.class);
        String verb = verb(method).orElseThrow().toLowerCase(Locale.ROOT);
        String tag = resource.getSimpleName().replace("Resource", "");
        ObjectNode operation = path(address(resource, method)).putObject(verb);
        operation.put("operationId", tag + "." + method.getName());
        operation.put("summary", told.value());
        operation.putArray("tags").add(tag);
        operation.set("security", security(method));
        parameters(operation.putArray("parameters"), method);
        body(method).ifPresent(type -> operation.set("requestBody", requestBody(type, told)));
        Type answer = told.answer() == Void.class ? method.getGenericReturnType() : told.answer();
        operation.set(
                "responses",
                Responses.of(told.status(), content(method, answer), verb, mayBeUnauthenticated(resource, method)));
    }

    /** What is closed wants a token; what is open under {@code auth} wants another proof of who calls. */
    private static boolean mayBeUnauthenticated(Class<?> resource, Method method) {
        return !Authentication.isOpen(method) || address(resource, method).startsWith(BASE + "v1/auth/");
    }

    private ObjectNode path(String address) {
        return paths.has(address) ? (ObjectNode) paths.get(address) : paths.putObject(address);
    }

    /** The address of a resource method as the document writes it. */
    private static String address(Class<?> resource, Method method) {
        Path below = method.getAnnotation(Path.class);
        String address = BASE + resource.getAnnotation(Path.class).value() + (below == null ? "" : "/" + below.value());
        return address.replaceAll("/+", "/");
    }

    private static ArrayNode security(Method method) {
        ArrayNode schemes = Nodes.object().putArray("security");
        if (!Authentication.isOpen(method)) {
            schemes.addObject().putArray("bearer");
        }
        return schemes;
    }

    private static void parameters(ArrayNode parameters, Method method) {
        for (Parameter parameter : method.getParameters()) {
            if (parameter.isAnnotationPresent(PathParam.class)) {
                String name = parameter.getAnnotation(PathParam.class).value();
                String type = parameter.getType() == int.class ? "integer" : "string";
                parameter(parameters, name, "path", type).put("required", true);
            } else if (parameter.isAnnotationPresent(QueryParam.class)) {
                query(parameters, parameter);
            } else if (parameter.isAnnotationPresent(BeanParam.class)) {
                Arrays.stream(parameter.getType().getDeclaredFields())
                        .filter(field -> field.isAnnotationPresent(QueryParam.class))
                        .forEach(field -> query(parameters, field));
            } else if (parameter.isAnnotationPresent(HeaderParam.class)) {
                header(parameters, parameter.getAnnotation(HeaderParam.class).value());
            } else if (parameter.getType() == Once.class) {
                parameter(parameters, OnceContext.HEADER, "header", "string")
                        .put("description", "幂等键：同键同内容返回首次结果，同键异内容 409 IDEMPOTENCY_CONFLICT");
            }
        }
    }

    private static void query(ArrayNode parameters, AnnotatedElement element) {
        String name = element.getAnnotation(QueryParam.class).value();
        ObjectNode parameter = parameter(parameters, name, "query", name.equals("limit") ? "integer" : "string");
        if (element.isAnnotationPresent(SortedBy.class)) {
            List<String> names = Arrays.stream(
                            element.getAnnotation(SortedBy.class).value().getEnumConstants())
                    .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                    .toList();
            ((ObjectNode) parameter.get("schema")).set("enum", Nodes.sorts(names));
        }
    }

    /** What the security scheme speaks of is no parameter. */
    private static void header(ArrayNode parameters, String name) {
        if (!name.equals(HttpHeaders.AUTHORIZATION)) {
            parameter(parameters, name, "header", "string");
        }
    }

    private static ObjectNode parameter(ArrayNode parameters, String name, String in, String type) {
        ObjectNode parameter = parameters.addObject().put("name", name).put("in", in);
        if (MEANINGS.containsKey(name)) {
            parameter.put("description", MEANINGS.get(name));
        }
        parameter.putObject("schema").put("type", type);
        return parameter;
    }

    /** The parameter that no annotation claims is the body. */
    private static Optional<Type> body(Method method) {
        return Arrays.stream(method.getParameters())
                .filter(parameter -> parameter.getAnnotations().length == 0)
                .map(Parameter::getParameterizedType)
                .findFirst();
    }

    private ObjectNode requestBody(Type type, Operation told) {
        ObjectNode body = Nodes.object().put("required", true);
        if (type != MultipartBody.class) {
            body.set("content", Responses.json(records.of(type)));
            return body;
        }
        ObjectNode schema = Nodes.type("object");
        ObjectNode properties = schema.putObject("properties");
        List<String> parts = List.of(told.parts());
        parts.forEach(part -> properties.putObject(part).put("type", "string"));
        if (parts.contains("slot")) {
            ((ObjectNode) properties.get("slot")).put("description", "材料 id");
        }
        ObjectNode file = Nodes.type("string").put("contentMediaType", "application/octet-stream");
        if (parts.contains("registration")) {
            schema.set("additionalProperties", file);
            schema.set("required", Nodes.array(parts));
        } else {
            properties.set("file", file);
            schema.set(
                    "required",
                    Nodes.array(Stream.concat(parts.stream(), Stream.of("file")).toList()));
        }
        body.putObject("content").putObject("multipart/form-data").set("schema", schema);
        return body;
    }

    private Optional<ObjectNode> content(Method method, Type answer) {
        if (answer == Response.class && method.isAnnotationPresent(Produces.class)) {
            ObjectNode content = Nodes.object();
            Arrays.stream(method.getAnnotation(Produces.class).value()).forEach(content::putObject);
            return Optional.of(content);
        }
        if (answer == void.class || answer == Response.class) {
            return Optional.empty();
        }
        if (answer == byte[].class) {
            ObjectNode content = Nodes.object();
            content.putObject("application/octet-stream");
            return Optional.of(content);
        }
        return Optional.of(Responses.json(records.of(answer)));
    }
}
