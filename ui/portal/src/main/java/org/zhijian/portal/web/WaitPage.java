package org.zhijian.portal.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** What a browser shows while the portal starts; it asks again by itself. */
final class WaitPage {
    private static final String HTML =
            """
            <!doctype html>
            <html lang="zh-CN">
            <head><meta charset="utf-8"><meta http-equiv="refresh" content="2"><title>系统正在启动</title></head>
            <body><p>系统正在启动，请稍候，页面会自动刷新。</p></body>
            </html>
            """;

    private WaitPage() {}

    static void answer(HttpServletResponse response) throws IOException {
        response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setHeader("Retry-After", "2");
        response.setHeader("Cache-Control", "no-store");
        response.setContentType("text/html;charset=utf-8");
        response.getOutputStream().write(HTML.getBytes(StandardCharsets.UTF_8));
    }
}
