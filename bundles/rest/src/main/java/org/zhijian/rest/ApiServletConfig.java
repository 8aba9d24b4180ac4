package org.zhijian.rest;

import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletContext;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;

/** What CXF is told at its start: no page that lists services, and no memory of the host name of its first caller. */
record ApiServletConfig(ServletConfig config) implements ServletConfig {
    private static final Map<String, String> PARAMETERS =
            Map.of("hide-service-list-page", "true", "disable-address-updates", "true");

    @Override
    public String getServletName() {
        return config.getServletName();
    }

    @Override
    public ServletContext getServletContext() {
        return config.getServletContext();
    }

    @Override
    public String getInitParameter(String name) {
        return PARAMETERS.get(name);
    }

    @Override
    public Enumeration<String> getInitParameterNames() {
        return Collections.enumeration(PARAMETERS.keySet());
    }
}
