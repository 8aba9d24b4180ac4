package org.zhijian.portal.page;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import org.zhijian.api.Descriptor;
import org.zhijian.api.register.Register;
import org.zhijian.api.registration.Registration;
import org.zhijian.core.access.Caller;
import org.zhijian.core.notices.Announcements.Published;
import org.zhijian.core.words.Formats;
import org.zhijian.portal.components.Link;
import org.zhijian.portal.components.Panel;
import org.zhijian.portal.components.Sentence;
import org.zhijian.portal.signin.SignInBox;
import org.zhijian.portal.visit.Platform;
import org.zhijian.portal.visit.Visit;
import org.zhijian.portal.visit.Way;

/** The front page of a region: announcements, guides, public queries; sign-in and contacts at the side. */
public final class FrontPage extends RegionPage {
    private static final int LATEST = 8;

    public FrontPage(Platform platform) {
        super(platform);
        addClassName("zj-front");
    }

    @Override
    protected boolean needsModule() {
        return false;
    }

    @Override
    protected void show(Visit visit) {
        Descriptor region = visit.region().orElseThrow();
        titled(region.portal().name());
        Div main = new Div(announcements(visit), guides(visit, region));
        main.add(queries(visit, region));
        add(main, side(visit, region));
    }

    private Div side(Visit visit, Descriptor region) {
        Div side = new Div();
        Caller caller = visit.caller();
        if (!region.portal().welcome().isBlank()) {
            side.add(Sentence.hint(region.portal().welcome()));
        }
        if (!visit.isHome(caller)) {
            side.add(new SignInBox(
                    platform(),
                    region.id(),
                    region.portal().signIn(),
                    entered -> Way.to(DeskPage.afterSignIn(visit, entered))));
        }
        if (visit.running()
                && !visit.isHome(caller)
                && region.registrations().stream().anyMatch(Registration::isOpenToAnyone)) {
            side.add(new Panel("", new Link(visit.to("register"), "还没有账号？注册").test("go-register")));
        }
        if (!region.portal().pages().isEmpty()) {
            UnorderedList pages = new UnorderedList();
            pages.addClassName("zj-plain");
            region.portal()
                    .pages()
                    .forEach(page -> pages.add(new ListItem(
                            new Link(visit.to("help/" + page.id()), page.title()).test("help-" + page.id()))));
            side.add(new Panel("帮助", pages));
        }
        if (!region.portal().contacts().isEmpty()) {
            UnorderedList contacts = new UnorderedList();
            contacts.addClassName("zj-plain");
            region.portal()
                    .contacts()
                    .forEach(contact -> contacts.add(new ListItem(contact.label() + "　" + contact.value())));
            side.add(new Panel("联系方式", contacts));
        }
        return side;
    }

    private Panel announcements(Visit visit) {
        List<Published> latest =
                platform().announcements().list(visit.regionId(), "", LATEST).items();
        Panel panel = new Panel("公告");
        if (latest.isEmpty()) {
            panel.add(Sentence.empty("暂无公告"));
            return panel;
        }
        UnorderedList list = new UnorderedList();
        list.addClassName("zj-plain");
        latest.forEach(announcement -> list.add(line(visit, announcement)));
        panel.add(list, new Link(visit.to("announcements"), "更多公告").test("more-announcements"));
        return panel;
    }

    static ListItem line(Visit visit, Published announcement) {
        Span day = new Span(Formats.day(announcement.publishedAt()));
        day.addClassNames("zj-hint", "zj-day");
        return new ListItem(
                day,
                new Link(visit.to("announcements/" + announcement.id()), announcement.title())
                        .test("announcement-" + announcement.id()));
    }

    private static Panel guides(Visit visit, Descriptor region) {
        Div links = new Div();
        links.addClassName("zj-links");
        region.procedures()
                .forEach(procedure -> links.add(new Link(visit.to("guide/" + procedure.id()), procedure.title())
                        .test("guide-" + procedure.id())));
        return new Panel("办事指南", links);
    }

    private static Panel queries(Visit visit, Descriptor region) {
        Div links = new Div();
        links.addClassName("zj-links");
        region.registers().stream()
                .filter(Register::open)
                .forEach(register -> links.add(new Link(visit.to("public/" + register.id()), register.title())
                        .test("public-" + register.id())));
        links.add(new Link("verify", "文件核验").test("public-verify"));
        return new Panel("公众查询", links);
    }
}
