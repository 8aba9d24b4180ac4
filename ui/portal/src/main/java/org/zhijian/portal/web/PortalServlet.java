package org.zhijian.portal.web;

import jakarta.servlet.Servlet;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.websocket.server.ServerContainer;
import java.io.IOException;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.zhijian.core.administration.Administration;
import org.zhijian.core.agencies.Agencies;
import org.zhijian.core.audit.Audit;
import org.zhijian.core.calendar.WorkCalendar;
import org.zhijian.core.cases.Assignments;
import org.zhijian.core.cases.Cases;
import org.zhijian.core.cases.CoReviews;
import org.zhijian.core.cases.Delegations;
import org.zhijian.core.cases.Tasks;
import org.zhijian.core.catalogue.Catalogue;
import org.zhijian.core.dictionaries.Dictionaries;
import org.zhijian.core.documents.Documents;
import org.zhijian.core.exports.Exports;
import org.zhijian.core.identity.LoginNames;
import org.zhijian.core.identity.MobileChanges;
import org.zhijian.core.identity.PlatformSignIn;
import org.zhijian.core.identity.QrSignIn;
import org.zhijian.core.identity.SignIn;
import org.zhijian.core.identity.SignInMeans;
import org.zhijian.core.identity.UsbKeySignIn;
import org.zhijian.core.intake.IncomingMessages;
import org.zhijian.core.modules.Installation;
import org.zhijian.core.modules.Migrations;
import org.zhijian.core.notices.Announcements;
import org.zhijian.core.notices.Messages;
import org.zhijian.core.notices.OutgoingMessages;
import org.zhijian.core.organisation.OwnOrganisation;
import org.zhijian.core.registers.RecordActs;
import org.zhijian.core.registers.RegisterBrowser;
import org.zhijian.core.registration.RegisterImports;
import org.zhijian.core.registration.Registrations;
import org.zhijian.portal.visit.Platform;

/**
 * The portal as a whiteboard servlet. What Vaadin finds when it starts decides for good whether it uses WebSockets, and a request may come
 * before the web context has them; so Vaadin starts with the first request that finds them there, and until then a page says to wait. A new
 * instance for each start of the web context, since Vaadin cannot be started twice. Thread-safe.
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
public final class PortalServlet extends HttpServlet {
    private final transient Platform platform;
    private transient volatile VaadinPortal portal;

    /**
     * @param sockets not used, but awaited: without them the web context never has WebSockets
     */
    @Activate
    public PortalServlet(
            @Reference WebSockets sockets,
            @Reference Catalogue catalogue,
            @Reference Cases cases,
            @Reference Tasks tasks,
            @Reference Assignments assignments,
            @Reference CoReviews coReviews,
            @Reference Delegations delegations,
            @Reference WorkCalendar calendar,
            @Reference Dictionaries dictionaries,
            @Reference RegisterBrowser registers,
            @Reference Exports exports,
            @Reference RecordActs acts,
            @Reference Announcements announcements,
            @Reference Messages messages,
            @Reference OutgoingMessages outgoing,
            @Reference IncomingMessages incoming,
            @Reference Agencies agencies,
            @Reference Documents documents,
            @Reference Audit audit,
            @Reference Registrations registrations,
            @Reference RegisterImports imports,
            @Reference Administration administration,
            @Reference OwnOrganisation organisation,
            @Reference SignIn signIn,
            @Reference QrSignIn qrSignIn,
            @Reference UsbKeySignIn usbKeySignIn,
            @Reference PlatformSignIn platformSignIn,
            @Reference LoginNames loginNames,
            @Reference MobileChanges mobileChanges,
            @Reference SignInMeans signInMeans,
            @Reference Installation installation,
            @Reference Migrations migrations) {
        platform = new Platform(
                catalogue,
                cases,
                tasks,
                assignments,
                coReviews,
                delegations,
                calendar,
                dictionaries,
                registers,
                exports,
                acts,
                announcements,
                messages,
                outgoing,
                incoming,
                agencies,
                documents,
                audit,
                registrations,
                imports,
                administration,
                organisation,
                signIn,
                qrSignIn,
                usbKeySignIn,
                platformSignIn,
                loginNames,
                mobileChanges,
                signInMeans,
                installation,
                migrations);
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        Optional<VaadinPortal> running = running();
        if (running.isPresent()) {
            running.get().service(request, response);
        } else {
            WaitPage.answer(response);
        }
    }

    private Optional<VaadinPortal> running() throws ServletException {
        if (portal == null && getServletContext().getAttribute(ServerContainer.class.getName()) != null) {
            start();
        }
        return Optional.ofNullable(portal);
    }

    private synchronized void start() throws ServletException {
        if (portal == null) {
            VaadinPortal starting = new VaadinPortal(platform);
            starting.init(getServletConfig());
            portal = starting;
        }
    }

    @Override
    public synchronized void destroy() {
        if (portal != null) {
            portal.destroy();
            portal = null;
        }
    }
}
