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
import jakarta.servlet.Servlet;
import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.UnavailableException;
import jakarta.websocket.server.ServerContainer;
import java.io.IOException;
import java.util.HashMap;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.zhijian.core.cases.Cases;
import org.zhijian.core.cases.Tasks;
import org.zhijian.core.catalogue.Catalogue;
import org.zhijian.core.identity.SignIn;
import org.zhijian.core.modules.Installation;
import org.zhijian.core.notices.Announcements;
import org.zhijian.core.registers.RegisterBrowser;
import org.zhijian.portal.visit.Platform;

/**
 * The portal as a whiteboard servlet. Vaadin finds its parts by scanning the class path of a web application; in OSGi there is none, so its
 * start is done by hand here, and whatever it looks up by the context class loader is found in Vaadin's own bundle. A new instance for each
 * start of the web context, since a Vaadin servlet cannot be started twice.
 */
@Component(
        service = Servlet.class,
        scope = ServiceScope.PROTOTYPE,
        property = {
            "osgi.http.whiteboard.servlet.name=portal",
            "osgi.http.whiteboard.servlet.pattern=/*",
            "osgi.http.whiteboard.servlet.asyncSupported:Boolean=true",
            "servlet.init.closeIdleSessions=true"
        })
public final class PortalServlet extends VaadinServlet {
    private static final ClassLoader VAADIN = VaadinServlet.class.getClassLoader();

    private final transient Platform platform;

    /**
     * @param sockets not used, but awaited: what Vaadin finds when it starts decides whether it ever uses WebSockets
     */
    @Activate
    public PortalServlet(
            @Reference WebSockets sockets,
            @Reference Catalogue catalogue,
            @Reference Cases cases,
            @Reference Tasks tasks,
            @Reference RegisterBrowser registers,
            @Reference Announcements announcements,
            @Reference SignIn signIn,
            @Reference Installation installation) {
        platform = new Platform(catalogue, cases, tasks, registers, announcements, signIn, installation);
    }

    @Override
    public void init(ServletConfig config) throws ServletException {
        // A request may come before the web context has its WebSockets; what Vaadin finds now it uses for good, so it
        // is asked again.
        if (config.getServletContext().getAttribute(ServerContainer.class.getName()) == null) {
            throw new UnavailableException("the web context has no WebSockets yet", 1);
        }
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
