package org.zhijian.rest;

import jakarta.servlet.Servlet;
import java.util.Map;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
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
import org.zhijian.core.events.Events;
import org.zhijian.core.exports.Exports;
import org.zhijian.core.identity.LoginNames;
import org.zhijian.core.identity.MobileChanges;
import org.zhijian.core.identity.PlatformSignIn;
import org.zhijian.core.identity.QrSignIn;
import org.zhijian.core.identity.SignIn;
import org.zhijian.core.identity.SignInMeans;
import org.zhijian.core.identity.UsbKeySignIn;
import org.zhijian.core.intake.IncomingMessages;
import org.zhijian.core.intake.Reception;
import org.zhijian.core.modules.Installation;
import org.zhijian.core.modules.Migrations;
import org.zhijian.core.notices.Announcements;
import org.zhijian.core.notices.Messages;
import org.zhijian.core.notices.OutgoingMessages;
import org.zhijian.core.registers.RecordActs;
import org.zhijian.core.registers.RegisterBrowser;
import org.zhijian.core.registration.RegisterImports;
import org.zhijian.core.registration.Registrations;

/** Publishes the API at {@code /api/*} as long as all services of the core are there. */
@Component(
        service = {},
        immediate = true)
public final class RestPublisher {
    private final RestServer server;
    private final ServiceRegistration<Servlet> registration;

    @Activate
    public RestPublisher(
            BundleContext context,
            @Reference SignIn signIn,
            @Reference QrSignIn qrSignIn,
            @Reference UsbKeySignIn usbKeySignIn,
            @Reference PlatformSignIn platformSignIn,
            @Reference LoginNames loginNames,
            @Reference MobileChanges mobileChanges,
            @Reference SignInMeans signInMeans,
            @Reference Catalogue catalogue,
            @Reference Cases cases,
            @Reference Tasks tasks,
            @Reference Assignments assignments,
            @Reference CoReviews coReviews,
            @Reference Delegations delegations,
            @Reference WorkCalendar calendar,
            @Reference Dictionaries dictionaries,
            @Reference RegisterBrowser registers,
            @Reference RecordActs acts,
            @Reference Exports exports,
            @Reference Agencies agencies,
            @Reference Announcements announcements,
            @Reference Documents documents,
            @Reference Registrations registrations,
            @Reference Administration administration,
            @Reference Audit audit,
            @Reference RegisterImports imports,
            @Reference Messages messages,
            @Reference Events events,
            @Reference OutgoingMessages outgoing,
            @Reference Reception reception,
            @Reference IncomingMessages incoming,
            @Reference Installation installation,
            @Reference Migrations migrations) {
        server = new RestServer(new Services(
                signIn,
                qrSignIn,
                usbKeySignIn,
                platformSignIn,
                loginNames,
                mobileChanges,
                signInMeans,
                catalogue,
                cases,
                tasks,
                assignments,
                coReviews,
                delegations,
                calendar,
                dictionaries,
                registers,
                acts,
                exports,
                agencies,
                announcements,
                documents,
                registrations,
                administration,
                audit,
                imports,
                new Communication(messages, events, outgoing, reception, incoming),
                installation,
                migrations));
        Map<String, Object> properties = Map.of(
                "osgi.http.whiteboard.servlet.pattern", "/api/*",
                "osgi.http.whiteboard.servlet.name", "api");
        registration = context.registerService(Servlet.class, server.servlet(), FrameworkUtil.asDictionary(properties));
    }

    @Deactivate
    void stop() throws Exception {
        registration.unregister();
        server.close();
    }
}
