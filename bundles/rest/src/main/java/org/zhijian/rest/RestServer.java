package org.zhijian.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.Servlet;
import jakarta.ws.rs.ext.RuntimeDelegate;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.cxf.Bus;
import org.apache.cxf.BusFactory;
import org.apache.cxf.endpoint.Server;
import org.apache.cxf.jaxrs.JAXRSServerFactoryBean;
import org.apache.cxf.jaxrs.impl.RuntimeDelegateImpl;
import org.apache.cxf.jaxrs.provider.ServerProviderFactory;
import org.apache.cxf.logging.FaultListener;
import org.apache.cxf.message.Message;
import org.zhijian.core.identity.SignIn;
import org.zhijian.rest.http.Authentication;
import org.zhijian.rest.http.BodyLimit;
import org.zhijian.rest.http.CallerContext;
import org.zhijian.rest.http.CleanAddress;
import org.zhijian.rest.http.JsonBody;
import org.zhijian.rest.http.OnceContext;
import org.zhijian.rest.http.Problems;
import org.zhijian.rest.http.RateLimit;
import org.zhijian.rest.http.ReadingFaults;
import org.zhijian.rest.http.TokenBuckets;
import org.zhijian.rest.resource.AdministrationResource;
import org.zhijian.rest.resource.AgenciesResource;
import org.zhijian.rest.resource.AgencyGrantsResource;
import org.zhijian.rest.resource.AnnouncementsResource;
import org.zhijian.rest.resource.AuditResource;
import org.zhijian.rest.resource.AuthResource;
import org.zhijian.rest.resource.CalendarResource;
import org.zhijian.rest.resource.CaseAttachmentsResource;
import org.zhijian.rest.resource.CasesResource;
import org.zhijian.rest.resource.CoReviewsResource;
import org.zhijian.rest.resource.CodesResource;
import org.zhijian.rest.resource.DelegationsResource;
import org.zhijian.rest.resource.DictionariesResource;
import org.zhijian.rest.resource.DocumentResource;
import org.zhijian.rest.resource.EventsResource;
import org.zhijian.rest.resource.ImportsResource;
import org.zhijian.rest.resource.IncomingResource;
import org.zhijian.rest.resource.IntakeResource;
import org.zhijian.rest.resource.JurisdictionsResource;
import org.zhijian.rest.resource.LoginNamesResource;
import org.zhijian.rest.resource.MeResource;
import org.zhijian.rest.resource.MessagesResource;
import org.zhijian.rest.resource.MobileChangesResource;
import org.zhijian.rest.resource.ModulesResource;
import org.zhijian.rest.resource.OfficeNoticesResource;
import org.zhijian.rest.resource.OutboxResource;
import org.zhijian.rest.resource.ProceduresResource;
import org.zhijian.rest.resource.PublicRegistersResource;
import org.zhijian.rest.resource.QrResource;
import org.zhijian.rest.resource.ReceiptsResource;
import org.zhijian.rest.resource.RecordActsResource;
import org.zhijian.rest.resource.RegistersResource;
import org.zhijian.rest.resource.RegistrationsResource;
import org.zhijian.rest.resource.ServicePlatformResource;
import org.zhijian.rest.resource.SignInMeansResource;
import org.zhijian.rest.resource.TaskAssigneeResource;
import org.zhijian.rest.resource.TaskClaimResource;
import org.zhijian.rest.resource.TaskCoReviewsResource;
import org.zhijian.rest.resource.TasksResource;
import org.zhijian.rest.resource.UsbKeyResource;
import org.zhijian.rest.resource.VerificationResource;
import org.zhijian.rest.schema.OpenApi;

/**
 * The one JAX-RS server, on a bus of its own, and the servlet that leads to it. The server exists before the servlet does, so no request finds
 * the address empty.
 */
final class RestServer {
    /** An honest person's browser stays far below; a harvester does not. */
    private static final int PUBLIC_BURST = 100;

    private static final int PUBLIC_PER_SECOND = 10;

    private final Bus bus;
    private final Server server;
    private final AutoCloseable changes;

    RestServer(Services services) {
        this(services, new TokenBuckets(PUBLIC_BURST, PUBLIC_PER_SECOND, InstantSource.system()));
    }

    RestServer(Services services, TokenBuckets publicRate) {
        List<Object> nouns = nouns(services);
        OpenApi openApi = new OpenApi(classes(nouns), services.catalogue());
        Fresh<ObjectNode> document = new Fresh<>(openApi::document);
        changes = services.installation().onChange(document::stale);
        List<Object> resources = new ArrayList<>(nouns);
        resources.add(new DocumentResource(document));
        Thread current = Thread.currentThread();
        ClassLoader before = current.getContextClassLoader();
        // CXF looks for its parts through the context class loader.
        current.setContextClassLoader(RestServer.class.getClassLoader());
        try {
            RuntimeDelegate.setInstance(new RuntimeDelegateImpl());
            bus = BusFactory.newInstance().createBus();
            bus.setProperty(FaultListener.class.getName(), (FaultListener) RestServer::afterTheMappers);
            server = server(resources, services.signIn(), publicRate);
        } finally {
            current.setContextClassLoader(before);
        }
    }

    private static List<Class<?>> classes(List<Object> nouns) {
        return Stream.concat(nouns.stream().map(Object::getClass), Stream.of(DocumentResource.class))
                .<Class<?>>map(type -> type)
                .toList();
    }

    private static List<Object> nouns(Services services) {
        return List.of(
                new AuthResource(services.signIn(), services.qrSignIn(), services.platformSignIn()),
                new CodesResource(services.signIn()),
                new QrResource(services.qrSignIn()),
                new UsbKeyResource(services.usbKeySignIn()),
                new ServicePlatformResource(services.platformSignIn()),
                new MeResource(services.signIn(), services.mobileChanges()),
                new SignInMeansResource(services.signInMeans()),
                new MobileChangesResource(services.mobileChanges()),
                new JurisdictionsResource(services.catalogue()),
                new ProceduresResource(services.catalogue(), services.cases()),
                new RegistersResource(services.registers(), services.documents(), services.exports()),
                new RecordActsResource(services.acts()),
                new CasesResource(services.cases(), services.documents(), services.exports()),
                new AgencyGrantsResource(services.agencies()),
                new CaseAttachmentsResource(services.cases()),
                new TasksResource(services.tasks(), services.exports()),
                new TaskClaimResource(services.assignments()),
                new TaskAssigneeResource(services.assignments()),
                new TaskCoReviewsResource(services.coReviews()),
                new CoReviewsResource(services.coReviews()),
                new DelegationsResource(services.delegations()),
                new CalendarResource(services.calendar()),
                new LoginNamesResource(services.loginNames()),
                new DictionariesResource(services.dictionaries()),
                new PublicRegistersResource(services.registers(), services.exports()),
                new AnnouncementsResource(services.announcements()),
                new OfficeNoticesResource(services.announcements()),
                new MessagesResource(services.communication().messages()),
                new EventsResource(services.communication().events()),
                new AgenciesResource(
                        services.agencies(), services.communication().events()),
                new OutboxResource(services.communication().outgoing()),
                new IntakeResource(services.communication().reception()),
                new ReceiptsResource(services.communication().reception()),
                new IncomingResource(services.communication().incoming()),
                new VerificationResource(services.documents()),
                new RegistrationsResource(services.registrations(), services.catalogue()),
                new AdministrationResource(services.administration()),
                new AuditResource(services.audit()),
                new ImportsResource(services.imports()),
                new ModulesResource(services.installation(), services.migrations()));
    }

    /** What comes here has passed the exception mappers; CXF would log it as a warning of its own, whoever is to blame. */
    private static boolean afterTheMappers(Exception fault, String description, Message message) {
        if (!Problems.isOfTheClient(fault)) {
            Problems.fault(fault);
        }
        return false;
    }

    private Server server(List<Object> resources, SignIn signIn, TokenBuckets publicRate) {
        JAXRSServerFactoryBean factory = new JAXRSServerFactoryBean();
        factory.setBus(bus);
        factory.setAddress("/");
        factory.setServiceBeans(resources);
        factory.setProviders(List.of(
                new CleanAddress(),
                new Authentication(signIn),
                new RateLimit(publicRate),
                new BodyLimit(),
                new CallerContext(),
                new OnceContext(),
                new ReadingFaults(),
                new JsonBody(),
                new Problems()));
        Server created = factory.create();
        // It would let a query parameter or a header change the method of a request.
        ServerProviderFactory.class
                .cast(created.getEndpoint().get(ServerProviderFactory.class.getName()))
                .setRequestPreprocessor(null);
        return created;
    }

    /** A servlet that leads to this server. */
    Servlet servlet() {
        return new ApiServlet(bus);
    }

    /** Ends the server. Nothing may lead to it any more. */
    void close() throws Exception {
        changes.close();
        server.destroy();
        bus.shutdown(true);
        // The delegate is a static of a shared bundle and would hold this one's class loader for ever.
        RuntimeDelegate.setInstance(null);
    }
}
