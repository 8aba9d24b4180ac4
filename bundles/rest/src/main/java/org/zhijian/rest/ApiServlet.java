package org.zhijian.rest;

import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import org.apache.cxf.Bus;
import org.apache.cxf.transport.servlet.CXFNonSpringServlet;
import org.apache.cxf.transport.servlet.ServletController;
import org.zhijian.core.access.Refusal;
import org.zhijian.rest.http.Problem;
import org.zhijian.rest.http.Problems;

/** Leads {@code /api/*} to the JAX-RS server, with the headers that every answer bears, and answers itself where CXF would in its own words. */
final class ApiServlet extends CXFNonSpringServlet {
    private static final long serialVersionUID = 1L;
    private static final List<String> METHODS = List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
    private static final int NOT_FOUND = 404;
    private static final int METHOD_NOT_ALLOWED = 405;
    private static final int UNSUPPORTED = 415;

    ApiServlet(Bus bus) {
        setBus(bus);
    }

    @Override
    public void init(ServletConfig config) throws ServletException {
        ClassLoader before = useOwnLoader();
        try {
            super.init(config);
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    @Override
    protected ServletController createServletController(ServletConfig config) {
        return super.createServletController(new ApiServletConfig(config));
    }

    @Override
    public void service(ServletRequest request, ServletResponse response) throws ServletException, IOException {
        HttpServletRequest http = (HttpServletRequest) request;
        HttpServletResponse answer = (HttpServletResponse) response;
        answer.setHeader("X-Content-Type-Options", "nosniff");
        answer.setHeader("Cache-Control", "no-store");
        if (!METHODS.contains(http.getMethod())) {
            answer.setHeader("Allow", String.join(", ", METHODS));
            Problem.of(METHOD_NOT_ALLOWED).write(answer);
        } else if (!hasReadableType(http)) {
            Problem.of(UNSUPPORTED).write(answer);
        } else if (!hasReadableAddress(http)) {
            Problem.of(Refusal.malformed("请求地址的编码不正确")).write(answer);
        } else if (http.getPathInfo() == null) {
            Problem.of(NOT_FOUND).write(answer);
        } else {
            serve(http, answer);
        }
    }

    @Override
    protected void doPatch(HttpServletRequest request, HttpServletResponse response) throws ServletException {
        handleRequest(request, response);
    }

    /** Servers look up the charset of a request as soon as its type is asked for, and throw what no exception mapper would see. */
    private static boolean hasReadableType(HttpServletRequest request) {
        try {
            request.getContentType();
            return true;
        } catch (IllegalArgumentException unknownCharset) {
            return false;
        }
    }

    /** The server lets addresses through that no URI may have; CXF fails on them before any filter is asked. */
    private static boolean hasReadableAddress(HttpServletRequest request) {
        try {
            new URI(request.getRequestURL().toString());
            return true;
        } catch (URISyntaxException illegal) {
            return false;
        }
    }

    private void serve(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        ClassLoader before = useOwnLoader();
        try {
            super.service(request, response);
        } catch (RuntimeException fault) {
            if (response.isCommitted()) {
                throw fault;
            }
            response.resetBuffer();
            Problems.fault(fault).write(response);
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    /** CXF looks for its parts through the context class loader. */
    private static ClassLoader useOwnLoader() {
        Thread current = Thread.currentThread();
        ClassLoader before = current.getContextClassLoader();
        current.setContextClassLoader(ApiServlet.class.getClassLoader());
        return before;
    }
}
