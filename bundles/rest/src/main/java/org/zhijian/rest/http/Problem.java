package org.zhijian.rest.http;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.zhijian.core.access.Refusal;
import org.zhijian.core.access.Violation;

/**
 * The body of every answer that is not a success (RFC 9457).
 *
 * @param type names the kind of problem; stable, not to be followed
 * @param title the kind of problem in Chinese
 * @param status the HTTP status
 * @param code stable code in capitals
 * @param detail what a person would read on the screen
 * @param traceId leads to the log of the installation, if something was logged
 * @param violations the rules broken; empty unless the status is 422, or 400 for a message of another system
 */
public record Problem(
        String type, String title, int status, String code, String detail, String traceId, List<Violation> violations) {

    /** The media type of problems. */
    public static final String MEDIA_TYPE = "application/problem+json";

    /** Seconds after which another try makes sense, where nobody knows better. */
    private static final Map<Integer, Integer> RETRY_AFTER = Map.of(429, 60, 503, 30);

    private static final Map<Integer, String> TITLES = Map.ofEntries(
            Map.entry(400, "请求格式不正确"),
            Map.entry(401, "未登录或登录已失效"),
            Map.entry(403, "没有权限"),
            Map.entry(404, "未找到"),
            Map.entry(405, "不支持的请求方法"),
            Map.entry(406, "不支持所要求的返回格式"),
            Map.entry(409, "与当前状态冲突"),
            Map.entry(413, "内容过大"),
            Map.entry(415, "不支持的内容类型"),
            Map.entry(422, "不符合业务规则"),
            Map.entry(429, "请求过于频繁"),
            Map.entry(500, "系统内部错误"),
            Map.entry(503, "暂时不能办理"));

    private static final Map<Integer, String> CODES = Map.of(
            400, "MALFORMED",
            401, "UNAUTHENTICATED",
            403, "FORBIDDEN",
            404, "NOT_FOUND",
            405, "METHOD_NOT_ALLOWED",
            406, "NOT_ACCEPTABLE",
            413, "TOO_LARGE",
            415, "UNSUPPORTED_MEDIA_TYPE",
            429, "TOO_MANY_REQUESTS",
            500, "INTERNAL");

    /** A refusal of the core, word by word. */
    public static Problem of(Refusal refusal) {
        return of(refusal.kind().status(), refusal.code(), refusal.getMessage(), refusal.violations());
    }

    /** A problem that HTTP itself knows, in the house's words. */
    public static Problem of(int status) {
        String title = TITLES.getOrDefault(status, TITLES.get(400));
        return of(status, CODES.getOrDefault(status, "HTTP_" + status), title, List.of());
    }

    private static Problem of(int status, String code, String detail, List<Violation> violations) {
        String type = "urn:zhijian:problem:" + code.toLowerCase(Locale.ROOT).replace('_', '-');
        String traceId = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
        return new Problem(
                type, TITLES.getOrDefault(status, TITLES.get(400)), status, code, detail, traceId, violations);
    }

    /** This problem as an answer of a resource. */
    public Response.ResponseBuilder answer() {
        Response.ResponseBuilder answer =
                Response.status(status).type(MEDIA_TYPE).entity(this);
        if (RETRY_AFTER.containsKey(status)) {
            answer.header("Retry-After", RETRY_AFTER.get(status));
        }
        if (status == 401) {
            answer.header("WWW-Authenticate", "Bearer realm=\"zhijian\"");
        }
        return answer;
    }

    /** Answers with this problem where no resource is at work. */
    public void write(HttpServletResponse response) throws IOException {
        response.setStatus(status);
        response.setContentType(MEDIA_TYPE);
        response.getOutputStream().write(Json.mapper().writeValueAsBytes(this));
    }
}
