package org.zhijian.portal.web;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.server.startup.ApplicationRouteRegistry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.zhijian.portal.administration.AccountsPage;
import org.zhijian.portal.administration.AgenciesPage;
import org.zhijian.portal.administration.DictionariesPage;
import org.zhijian.portal.administration.ImportPage;
import org.zhijian.portal.administration.OfficesPage;
import org.zhijian.portal.casework.CasePage;
import org.zhijian.portal.casework.FormPage;
import org.zhijian.portal.page.AccountPage;
import org.zhijian.portal.page.AnnouncementPage;
import org.zhijian.portal.page.AnnouncementsPage;
import org.zhijian.portal.page.CalendarPage;
import org.zhijian.portal.page.CasesPage;
import org.zhijian.portal.page.DelegationsPage;
import org.zhijian.portal.page.FaultPage;
import org.zhijian.portal.page.FrontPage;
import org.zhijian.portal.page.GuidePage;
import org.zhijian.portal.page.HelpPage;
import org.zhijian.portal.page.HomePage;
import org.zhijian.portal.page.InboxPage;
import org.zhijian.portal.page.IncomingPage;
import org.zhijian.portal.page.LoginNamesPage;
import org.zhijian.portal.page.MatterPage;
import org.zhijian.portal.page.MessagesPage;
import org.zhijian.portal.page.MissingPage;
import org.zhijian.portal.page.OperatorPage;
import org.zhijian.portal.page.OrganisationPage;
import org.zhijian.portal.page.OutboxPage;
import org.zhijian.portal.page.PlatformReturnPage;
import org.zhijian.portal.page.PortalLayout;
import org.zhijian.portal.page.PublicRegisterPage;
import org.zhijian.portal.page.RefusedPage;
import org.zhijian.portal.page.RegionsPage;
import org.zhijian.portal.page.RegisterPage;
import org.zhijian.portal.page.ScanPage;
import org.zhijian.portal.page.StaffPage;
import org.zhijian.portal.page.StartPage;
import org.zhijian.portal.page.SystemsPage;
import org.zhijian.portal.page.VerifyPage;
import org.zhijian.portal.registering.RegisteredPage;
import org.zhijian.portal.registering.RegistrationPage;
import org.zhijian.portal.registering.RegistrationsPage;

/** Which page stands at which address. */
final class Routes {
    private static final Map<String, Class<? extends Component>> PAGES = pages();

    private Routes() {}

    private static Map<String, Class<? extends Component>> pages() {
        Map<String, Class<? extends Component>> pages = new LinkedHashMap<>();
        pages.put("", RegionsPage.class);
        pages.put("operator", OperatorPage.class);
        pages.put("verify", VerifyPage.class);
        pages.put("verify/:code", VerifyPage.class);
        pages.put(":region", FrontPage.class);
        pages.put(":region/announcements", AnnouncementsPage.class);
        pages.put(":region/announcements/:id", AnnouncementPage.class);
        pages.put(":region/guide/:procedure", GuidePage.class);
        pages.put(":region/help/:page", HelpPage.class);
        pages.put(":region/public/:register", PublicRegisterPage.class);
        pages.put(":region/home", HomePage.class);
        pages.put(":region/systems", SystemsPage.class);
        pages.put(":region/start", StartPage.class);
        pages.put(":region/cases", CasesPage.class);
        pages.put(":region/cases/:case", CasePage.class);
        pages.put(":region/cases/:case/edit", FormPage.class);
        pages.put(":region/inbox", InboxPage.class);
        pages.put(":region/reviews/:procedure", InboxPage.class);
        pages.put(":region/matters/:procedure", MatterPage.class);
        pages.put(":region/registers/:register", RegisterPage.class);
        pages.put(":region/delegations", DelegationsPage.class);
        pages.put(":region/calendar", CalendarPage.class);
        pages.put(":region/messages", MessagesPage.class);
        pages.put(":region/outbox", OutboxPage.class);
        pages.put(":region/incoming", IncomingPage.class);
        pages.put(":region/account", AccountPage.class);
        pages.put(":region/register", RegistrationsPage.class);
        pages.put(":region/register/:registration", RegistrationPage.class);
        pages.put(":region/registered/:receipt", RegisteredPage.class);
        pages.put(":region/organisation", OrganisationPage.class);
        pages.put(":region/staff", StaffPage.class);
        pages.put(":region/administration/accounts", AccountsPage.class);
        pages.put(":region/administration/offices", OfficesPage.class);
        pages.put(":region/administration/import", ImportPage.class);
        pages.put(":region/administration/agencies", AgenciesPage.class);
        pages.put(":region/administration/dictionaries", DictionariesPage.class);
        pages.put(":region/scan/:code", ScanPage.class);
        pages.put(":region/service-platform", PlatformReturnPage.class);
        pages.put(":region/login-names", LoginNamesPage.class);
        return pages;
    }

    static void register(ApplicationRouteRegistry registry) {
        PAGES.forEach((path, page) -> registry.setRoute(path, page, List.of(PortalLayout.class)));
        registry.setErrorNavigationTargets(Set.of(MissingPage.class, RefusedPage.class, FaultPage.class));
    }

    static void unregister(ApplicationRouteRegistry registry) {
        PAGES.keySet().forEach(registry::removeRoute);
    }

    /** True if this is a page or layout that takes the platform. */
    static boolean isOurs(Class<?> type) {
        return type == PortalLayout.class || PAGES.containsValue(type);
    }
}
