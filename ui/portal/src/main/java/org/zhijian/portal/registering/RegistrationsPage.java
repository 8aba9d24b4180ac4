package org.zhijian.portal.registering;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import org.zhijian.api.registration.Registration;
import org.zhijian.portal.components.Link;
import org.zhijian.portal.components.Panel;
import org.zhijian.portal.components.Sentence;
import org.zhijian.portal.page.RegionPage;
import org.zhijian.portal.visit.Platform;
import org.zhijian.portal.visit.Visit;

/** 注册: the kinds of organisation that register themselves. */
public final class RegistrationsPage extends RegionPage {
    public RegistrationsPage(Platform platform) {
        super(platform);
    }

    @Override
    protected void show(Visit visit) {
        List<Registration> offered = platform().registrations().of(visit.caller(), visit.regionId());
        add(heading("注册"));
        Panel panel = new Panel("请选择单位的类别");
        if (offered.isEmpty()) {
            panel.add(Sentence.empty("本系统的账号由主管部门建立，不受理自行注册"));
        }
        UnorderedList list = new UnorderedList();
        list.addClassName("zj-plain");
        offered.forEach(registration -> list.add(new ListItem(
                new Link(visit.to("register/" + registration.id()), registration.title())
                        .test("register-" + registration.id()),
                Sentence.hint(registration.isReviewed() ? "提交后由主管部门审核，审核通过后可以登录" : "提交后即可登录"))));
        panel.add(list);
        add(panel);
    }
}
