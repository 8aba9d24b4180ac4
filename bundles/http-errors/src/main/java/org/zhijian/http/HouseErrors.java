package org.zhijian.http;

import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/**
 * What the server answers where it refuses a request by itself: an address or header that is too long or no HTTP at all. To programs it is the
 * same problem (RFC 9457) that the REST interface answers with, to browsers a plain page; it says nothing of what is inside. Thread-safe.
 */
public final class HouseErrors extends ErrorHandler {
    private static final int MALFORMED = 400;
    private static final int NOT_FOUND = 404;
    private static final int SERVER_FAULT = 500;
    private static final int UNAVAILABLE = 503;
    private static final String RETRY_SECONDS = "30";

    /** A code of the contract, and what people read. */
    private record Told(String code, String text) {}

    private static final Map<Integer, Told> KNOWN = Map.of(
            MALFORMED,
            new Told("MALFORMED", "请求格式不正确"),
            NOT_FOUND,
            new Told("NOT_FOUND", "未找到"),
            405,
            new Told("METHOD_NOT_ALLOWED", "不支持的请求方法"),
            408,
            new Told("TIMEOUT", "请求超时，请重试"),
            413,
            new Told("TOO_LARGE", "内容过大"),
            414,
            new Told("ADDRESS_TOO_LONG", "请求地址过长"),
            417,
            new Told("EXPECTATION_FAILED", "不支持请求头 Expect 的要求"),
            431,
            new Told("HEADERS_TOO_LARGE", "请求头过大"),
            SERVER_FAULT,
            new Told("INTERNAL", "系统内部错误"),
            UNAVAILABLE,
            new Told("UNAVAILABLE", "暂时不能办理，请稍后再试"));

    @Override
    public boolean errorPageForMethod(String method) {
        return true;
    }

    @Override
    protected void generateResponse(
            Request request, Response response, int status, String message, Throwable cause, Callback callback) {
        Told told = KNOWN.getOrDefault(status, KNOWN.get(status < SERVER_FAULT ? MALFORMED : SERVER_FAULT));
        String traceId = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
        boolean browser = accepts(request).contains("text/html");
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        response.getHeaders().put("X-Content-Type-Options", "nosniff");
        response.getHeaders().put("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        response.getHeaders()
                .put(HttpHeader.CONTENT_TYPE, browser ? "text/html;charset=utf-8" : "application/problem+json");
        if (status == UNAVAILABLE) {
            response.getHeaders().put(HttpHeader.RETRY_AFTER, RETRY_SECONDS);
        }
        Content.Sink.write(response, true, browser ? page(told) : problem(status, told, traceId), callback);
    }

    private static String accepts(Request request) {
        String accepts = request.getHeaders().get(HttpHeader.ACCEPT);
        return accepts == null ? "" : accepts;
    }

    /** All of it comes from here: nothing that a caller has sent needs escaping. */
    private static String problem(int status, Told told, String traceId) {
        String type =
                "urn:zhijian:problem:" + told.code().toLowerCase(Locale.ROOT).replace('_', '-');
        return "{\"type\":\"%s\",\"title\":\"%s\",\"status\":%d,\"code\":\"%s\",\"detail\":\"%s\",\"traceId\":\"%s\",\"violations\":[]}"
                .formatted(type, told.text(), status, told.code(), told.text(), traceId);
    }

    private static String page(Told told) {
        return "<!DOCTYPE html><html lang=\"zh-CN\"><head><meta charset=\"utf-8\"><title>%s</title></head><body><p>%s</p></body></html>"
                .formatted(told.text(), told.text());
    }
}
