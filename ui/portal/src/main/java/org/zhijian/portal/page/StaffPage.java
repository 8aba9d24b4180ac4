package org.zhijian.portal.page;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.util.stream.Collectors;
import org.zhijian.core.organisation.OwnOrganisation.Holding;
import org.zhijian.core.organisation.OwnOrganisation.Member;
import org.zhijian.portal.components.Filters;
import org.zhijian.portal.components.PagedGrid;
import org.zhijian.portal.components.Panel;
import org.zhijian.portal.visit.Platform;
import org.zhijian.portal.visit.Visit;

/** 本单位人员: who works here, with what the registers say of each. */
public final class StaffPage extends DeskPage {
    private static final int ROWS = 50;

    public StaffPage(Platform platform) {
        super(platform);
    }

    @Override
    protected void show(Visit visit) {
        TextField text = Filters.text("filter-text", "姓名", "");
        PagedGrid<Member> grid = new PagedGrid<Member>("staff", "没有登记在本单位的人员", cursor -> platform()
                        .organisation()
                        .staff(visit.caller(), text.getValue(), cursor, ROWS))
                .text("姓名", Member::name)
                .narrow("证件号码", Member::idNumber)
                .narrow("手机号码", Member::mobile)
                .text("岗位", Member::post)
                .narrow(
                        "入职日期",
                        member -> member.since().map(LocalDate::toString).orElse(""))
                .text("证书和登记", StaffPage::holdings);
        text.addValueChangeListener(event -> grid.load());
        Div filters = Filters.row(text);
        add(heading("本单位人员"), new Panel("", filters, grid));
        grid.load();
    }

    private static String holdings(Member member) {
        return member.holdings().stream().map(StaffPage::words).collect(Collectors.joining("；"));
    }

    private static String words(Holding holding) {
        String status = holding.status().isBlank() ? "" : "（" + holding.status() + "）";
        return holding.title() + " " + holding.key() + status;
    }
}
