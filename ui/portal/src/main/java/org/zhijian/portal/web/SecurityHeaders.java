package org.zhijian.portal.web;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.osgi.service.component.annotations.Component;

/** What browsers are told about every answer: no guessing of types, no foreign frames, no addresses to others. */
@Component(
        service = Filter.class,
        property = {
            "osgi.http.whiteboard.filter.name=security-headers",
            "osgi.http.whiteboard.filter.pattern=/*",
            "osgi.http.whiteboard.filter.asyncSupported:Boolean=true"
        })
public final class SecurityHeaders implements Filter {
    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (response instanceof HttpServletResponse http) {
            http.setHeader("X-Content-Type-Options", "nosniff");
            http.setHeader("Referrer-Policy", "same-origin");
            http.setHeader("X-Frame-Options", "SAMEORIGIN");
            http.setHeader("Content-Security-Policy", "frame-ancestors 'self'; object-src 'self'; base-uri 'self'");
        }
        chain.doFilter(request, response);
    }
}
