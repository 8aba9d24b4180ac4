package org.zhijian.rest.schema;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.zhijian.rest.http.Problem;

/** The answers of an operation: one success, and every problem that it may meet. */
final class Responses {
    private static final Map<Integer, String> PROBLEMS = new TreeMap<>(Map.ofEntries(
            Map.entry(400, "请求格式不正确"),
            Map.entry(401, "未登录或登录已失效"),
            Map.entry(403, "没有权限，或须先修改密码（MUST_CHANGE_PASSWORD）"),
            Map.entry(404, "未找到，或不可知"),
            Map.entry(406, "不支持所要求的返回格式"),
            Map.entry(409, "与当前状态或幂等键冲突"),
            Map.entry(413, "内容过大"),
            Map.entry(414, "请求地址过长"),
            Map.entry(415, "不支持的内容类型"),
            Map.entry(417, "不支持请求头 Expect 的要求"),
            Map.entry(422, "不符合业务规则，violations 列出全部问题"),
            Map.entry(429, "请求过于频繁，见 Retry-After"),
            Map.entry(431, "请求头过大"),
            Map.entry(500, "系统内部错误，凭 traceId 查日志"),
            Map.entry(503, "暂时不能办理（如 MODULE_NOT_RUNNING），见 Retry-After")));

    private Responses() {}

    /** The problems as components, to which operations refer. */
    static ObjectNode components(RecordSchema records) {
        ObjectNode components = Nodes.object();
        PROBLEMS.forEach((status, description) -> {
            ObjectNode response = components.putObject("Problem" + status).put("description", description);
            response.putObject("content").putObject(Problem.MEDIA_TYPE).set("schema", records.of(Problem.class));
            if (status == 429 || status == 503) {
                ObjectNode header = response.putObject("headers").putObject("Retry-After");
                header.put("description", "多少秒后再试").putObject("schema").put("type", "integer");
            }
        });
        return components;
    }

    static ObjectNode json(ObjectNode schema) {
        ObjectNode content = Nodes.object();
        content.putObject("application/json").set("schema", schema);
        return content;
    }

    /** @param content what success brings back; empty if nothing */
    static ObjectNode of(int success, Optional<ObjectNode> content, String verb, boolean closed) {
        ObjectNode responses = Nodes.object();
        ObjectNode done = responses.putObject(String.valueOf(success)).put("description", "成功");
        content.ifPresent(answer -> done.set("content", answer));
        if (success == 201) {
            ObjectNode location = done.putObject("headers").putObject("Location");
            location.put("description", "新资源的地址").putObject("schema").put("type", "string");
        }
        boolean writes = !verb.equals("get");
        PROBLEMS.keySet().stream()
                .filter(status -> closed || status != 401)
                .filter(status -> writes || !isOfWrites(status))
                .forEach(status ->
                        responses.set(String.valueOf(status), Nodes.ref("#/components/responses/Problem" + status)));
        return responses;
    }

    private static boolean isOfWrites(int status) {
        return status == 409 || status == 413 || status == 415 || status == 422;
    }
}
