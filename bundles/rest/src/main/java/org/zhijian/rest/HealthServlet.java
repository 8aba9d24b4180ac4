package org.zhijian.rest;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.zhijian.core.modules.Installation;
import org.zhijian.core.modules.Installation.Check;
import org.zhijian.rest.http.Json;
import org.zhijian.rest.http.Problem;
import org.zhijian.rest.shape.Health;

/**
 * {@code /health/live} and {@code /health/ready}. No resource of the API, because it has to answer also while the core has not come up yet, and
 * then says so.
 */
@Component(
        service = Servlet.class,
        property = {"osgi.http.whiteboard.servlet.pattern=/health/*", "osgi.http.whiteboard.servlet.name=health"})
public final class HealthServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final int NOT_FOUND = 404;
    private static final int METHOD_NOT_ALLOWED = 405;
    private static final int UNAVAILABLE = 503;
    private static final String RETRY_AFTER = "5";

    private static final Check STARTING = new Check("core", "核心服务", false, "正在启动");

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private transient volatile Installation installation;

    /** Made by Declarative Services. */
    public HealthServlet() {}

    HealthServlet(Installation installation) {
        this.installation = installation;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Cache-Control", "no-store");
        String path = String.valueOf(request.getPathInfo());
        if (!path.equals("/live") && !path.equals("/ready")) {
            Problem.of(NOT_FOUND).write(response);
        } else if (!request.getMethod().equals("GET") && !request.getMethod().equals("HEAD")) {
            response.setHeader("Allow", "GET, HEAD");
            Problem.of(METHOD_NOT_ALLOWED).write(response);
        } else {
            write(Health.of(path.equals("/live") ? List.of() : readiness()), response);
        }
    }

    private List<Check> readiness() {
        Installation present = installation;
        return present == null ? List.of(STARTING) : present.readiness();
    }

    private static void write(Health health, HttpServletResponse response) throws IOException {
        if (!health.isUp()) {
            response.setStatus(UNAVAILABLE);
            response.setHeader("Retry-After", RETRY_AFTER);
        }
        response.setContentType("application/json");
        response.getOutputStream().write(Json.mapper().writeValueAsBytes(health));
    }
}
