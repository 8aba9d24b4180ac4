package org.zhijian.portal.administration;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.zhijian.api.form.Option;
import org.zhijian.core.access.Caller;
import org.zhijian.core.access.Page;
import org.zhijian.core.administration.Administration.AccountLine;
import org.zhijian.core.administration.Administration.Query;
import org.zhijian.core.administration.Administration.Status;
import org.zhijian.portal.components.ActButton;
import org.zhijian.portal.components.Chip;
import org.zhijian.portal.components.Filters;
import org.zhijian.portal.components.PagedGrid;
import org.zhijian.portal.components.Panel;
import org.zhijian.portal.components.Tone;
import org.zhijian.portal.visit.Platform;
import org.zhijian.portal.visit.Visit;

/** 账号管理: the accounts of the region. */
public final class AccountsPage extends AdministrationPage {
    private static final int ROWS = 50;
    private static final List<Option> KINDS = List.of(
            new Option(Caller.Kind.ORGANISATION.name(), "单位"),
            new Option(Caller.Kind.PERSON.name(), "个人"),
            new Option(Caller.Kind.OFFICE.name(), "机构人员"));

    public AccountsPage(Platform platform) {
        super(platform);
    }

    @Override
    protected void show(Visit visit) {
        Select<Option> kind = Filters.select("filter-kind", "账号种类", KINDS, "");
        List<Option> offices = platform().administration().offices(visit.caller(), visit.regionId()).stream()
                .map(office -> new Option(office.id(), office.name()))
                .toList();
        Select<Option> office = Filters.select("filter-office", "所属机构", offices, visit.query("office"));
        TextField text = Filters.text("filter-text", "登录名或名称", "");
        PagedGrid<AccountLine> grid = new PagedGrid<>(
                "accounts",
                "没有符合条件的账号",
                cursor -> find(visit, Filters.value(kind), Filters.value(office), text.getValue(), cursor));
        Consumer<AccountLine> open = line -> new AccountDialog(visit, line, offices, grid::load).open();
        grid.cell("登录名", line -> new ActButton(
                                line.loginName(), "account-" + line.loginName(), once -> open.accept(line))
                        .quiet())
                .text("名称", AccountLine::name)
                .narrow("种类", AccountsPage::kind)
                .text("所属机构", line -> String.join("、", line.offices()))
                .narrow("手机号码", AccountLine::mobile)
                .narrow("加密锁", AccountLine::usbKey)
                .cell("状态", AccountsPage::chip);
        grid.onOpen(open);
        kind.addValueChangeListener(event -> grid.load());
        office.addValueChangeListener(event -> grid.load());
        text.addValueChangeListener(event -> grid.load());
        Div buttons = new Div(
                new ActButton("新增机构人员", "new-member", once -> new MemberDialog(visit, offices, grid::load).open())
                        .primary());
        buttons.addClassName("zj-buttons");
        add(
                heading("账号管理"),
                new MobileChangesPanel(visit),
                new Panel("", Filters.row(kind, office, text), grid, buttons));
        grid.load();
    }

    private Page<AccountLine> find(Visit visit, String kind, String office, String text, String cursor) {
        Optional<Caller.Kind> wanted = kind.isBlank() ? Optional.empty() : Optional.of(Caller.Kind.valueOf(kind));
        return platform()
                .administration()
                .accounts(visit.caller(), visit.regionId(), new Query(wanted, office, text.strip(), cursor, ROWS));
    }

    static String kind(AccountLine line) {
        return KINDS.stream()
                .filter(kind -> kind.value().equals(line.kind().name()))
                .map(Option::label)
                .findFirst()
                .orElse("");
    }

    static Chip chip(AccountLine line) {
        Tone tone =
                switch (line.status()) {
                    case ACTIVE -> Tone.GREEN;
                    case DISABLED -> Tone.GREY;
                    case LOCKED -> Tone.ORANGE;
                };
        boolean fresh = line.status() == Status.ACTIVE && line.must();
        return new Chip(fresh ? "正常，待修改密码" : line.status().title(), tone);
    }
}
