package org.zhijian.portal.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.osgi.service.component.annotations.Component;

/** What people see where a request comes no further than the web context, as one with an address that cannot be read. It tells nothing of what is inside. */
@Component(
        service = Servlet.class,
        property = {
            "osgi.http.whiteboard.servlet.name=error-page",
            "osgi.http.whiteboard.servlet.errorPage=4xx",
            "osgi.http.whiteboard.servlet.errorPage=5xx"
        })
public final class ErrorPage extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final int SERVER_FAULT = 500;

    private static final Map<Integer, String> SENTENCES =
            Map.of(403, "没有权限查看此页面", 404, "没有找到此页面", 405, "不支持的请求方法", 413, "内容过大", 503, "系统暂时不能使用，请稍后再试");

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        int status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer told
                ? told
                : HttpServletResponse.SC_NOT_FOUND;
        String sentence = SENTENCES.getOrDefault(status, status < SERVER_FAULT ? "请求的地址不正确" : "系统出现故障，请稍后再试");
        response.setStatus(status);
        response.setContentType("text/html;charset=utf-8");
        response.setHeader("Cache-Control", "no-store");
        SecurityHeaders.put(request, response);
        response.getOutputStream().write(page(sentence).getBytes(StandardCharsets.UTF_8));
    }

    private static String page(String sentence) {
        return """
                <!DOCTYPE html>
                <html lang="zh-CN">
                <head><meta charset="utf-8"><title>%1$s</title></head>
                <body style="font-family: sans-serif; margin: 3em">
                <p>%1$s</p>
                <p><a href="/">返回首页</a></p>
                </body>
                </html>
                """
                .formatted(sentence);
    }
}
