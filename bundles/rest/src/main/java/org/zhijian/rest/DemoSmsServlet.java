package org.zhijian.rest;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.zhijian.core.access.Refusal;
import org.zhijian.core.sms.Mailbox;
import org.zhijian.core.sms.Mailbox.Letter;
import org.zhijian.rest.http.Json;
import org.zhijian.rest.http.Problem;
import org.zhijian.rest.shape.Listing;

/** {@code GET /demo/sms?mobile=}: the SMS of a demonstration. It is no part of the API, and outside a demonstration it is not found. */
@Component(
        service = Servlet.class,
        property = {"osgi.http.whiteboard.servlet.pattern=/demo/sms", "osgi.http.whiteboard.servlet.name=demo-sms"})
public final class DemoSmsServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient Mailbox mailbox;

    @Activate
    public DemoSmsServlet(@Reference Mailbox mailbox) {
        this.mailbox = mailbox;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Cache-Control", "no-store");
        String mobile = request.getParameter("mobile");
        try {
            Listing<Letter> letters = Listing.whole(mailbox.read(mobile == null ? "" : mobile), letter -> letter);
            response.setContentType("application/json");
            response.getOutputStream().write(Json.mapper().writeValueAsBytes(letters));
        } catch (Refusal refusal) {
            Problem.of(refusal).write(response);
        }
    }
}
