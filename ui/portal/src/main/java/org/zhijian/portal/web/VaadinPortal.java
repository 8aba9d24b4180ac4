package org.zhijian.portal.web;

import com.vaadin.flow.di.Lookup;
import com.vaadin.flow.di.LookupInitializer;
import com.vaadin.flow.function.DeploymentConfiguration;
import com.vaadin.flow.internal.ReflectionCache;
import com.vaadin.flow.server.ServiceException;
import com.vaadin.flow.server.VaadinServlet;
import com.vaadin.flow.server.VaadinServletContext;
import com.vaadin.flow.server.VaadinServletService;
import com.vaadin.flow.server.startup.ApplicationRouteRegistry;
import com.vaadin.flow.server.startup.VaadinAppShellInitializer;
import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Set;
import org.zhijian.portal.visit.Platform;

/**
 * Vaadin's servlet with the portal's pages. Vaadin finds its parts by scanning the class path of a web application; in OSGi there is none, so
 * its start is done by hand here, and whatever it looks up by the context class loader is found in Vaadin's own bundle. Started once.
 */
final class VaadinPortal extends VaadinServlet {
    private static final ClassLoader VAADIN = VaadinServlet.class.getClassLoader();

    private final transient Platform platform;

    VaadinPortal(Platform platform) {
        this.platform = platform;
    }

    @Override
    public void init(ServletConfig config) throws ServletException {
        ClassLoader before = enter();
        try {
            VaadinServletContext context = new VaadinServletContext(config.getServletContext());
            new LookupInitializer()
                    .initialize(context, new HashMap<>(), lookup -> context.setAttribute(Lookup.class, lookup));
            VaadinAppShellInitializer.init(Set.of(AppShell.class), context);
            Routes.register(ApplicationRouteRegistry.getInstance(context));
            super.init(config);
        } finally {
            leave(before);
        }
    }

    @Override
    public void service(ServletRequest request, ServletResponse response) throws ServletException, IOException {
        ClassLoader before = enter();
        try {
            super.service(request, response);
        } finally {
            leave(before);
        }
    }

    @Override
    protected VaadinServletService createServletService(DeploymentConfiguration configuration) throws ServiceException {
        VaadinServletService service = new PortalService(this, configuration, platform);
        service.init();
        return service;
    }

    /** The context and Vaadin's static caches outlive this bundle and would hold its class loader for ever. */
    @Override
    public void destroy() {
        Routes.unregister(ApplicationRouteRegistry.getInstance(new VaadinServletContext(getServletContext())));
        super.destroy();
        ReflectionCache.clearAll();
    }

    private static ClassLoader enter() {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(VAADIN);
        return before;
    }

    private static void leave(ClassLoader before) {
        Thread.currentThread().setContextClassLoader(before);
    }
}
