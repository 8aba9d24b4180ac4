package org.zhijian.portal.page;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.function.Consumer;
import org.zhijian.core.access.Once;
import org.zhijian.core.access.Refusal;
import org.zhijian.core.identity.MobileChanges.Waiting;
import org.zhijian.core.identity.SignInMeans;
import org.zhijian.core.identity.SignInMeans.Line;
import org.zhijian.core.words.Formats;
import org.zhijian.portal.components.ActButton;
import org.zhijian.portal.components.Filters;
import org.zhijian.portal.components.Notices;
import org.zhijian.portal.components.PagedGrid;
import org.zhijian.portal.components.Panel;
import org.zhijian.portal.components.Sentence;
import org.zhijian.portal.components.Table;
import org.zhijian.portal.components.Texts;
import org.zhijian.portal.visit.Platform;
import org.zhijian.portal.visit.Visit;

/** 号码与加密锁, for those who administer a region: changes of numbers that wait, numbers at the window, locks. */
public final class SignInMeansPage extends DeskPage {
    private static final int LIMIT = 20;

    public SignInMeansPage(Platform platform) {
        super(platform);
    }

    @Override
    protected void show(Visit visit) {
        add(heading("号码与加密锁"), waiting(visit), accounts(visit));
    }

    private Panel waiting(Visit visit) {
        List<Waiting> changes = platform().mobileChanges().waiting(visit.caller(), visit.regionId());
        Table table = new Table("登录名", "名称", "原号码", "新号码", "申请时间", "");
        changes.forEach(change -> table.row(
                change.loginName(),
                change.displayName(),
                change.oldMobile(),
                change.newMobile(),
                Formats.minute(change.requestedAt()),
                decisions(visit, change)));
        return new Panel("待审核的手机号码变更", table.orElse("没有待审核的手机号码变更").test("mobile-changes"));
    }

    private Div decisions(Visit visit, Waiting change) {
        ActButton approve = new ActButton("同意", "approve-" + change.loginName(), once -> {
            platform().mobileChanges().decide(visit.caller(), once, visit.regionId(), change.id(), true, "");
            Notices.done("已同意");
            open();
        });
        Button back = new Button(
                "退回…",
                event -> ask("退回手机号码变更", List.of(field("退回意见", "opinion")), (once, values) -> platform()
                        .mobileChanges()
                        .decide(visit.caller(), once, visit.regionId(), change.id(), false, values.get(0))));
        back.setId("return-" + change.loginName());
        return buttons(approve.primary(), back);
    }

    private Panel accounts(Visit visit) {
        TextField text = Filters.text("account-search", "登录名或名称", "");
        PagedGrid<Line> grid = new PagedGrid<Line>("accounts", "没有符合条件的账号", cursor -> platform()
                        .signInMeans()
                        .list(visit.caller(), visit.regionId(), text.getValue(), cursor, LIMIT))
                .narrow("登录名", Line::loginName)
                .text("名称", Line::displayName)
                .narrow("手机号码", Line::mobile)
                .narrow("加密锁", Line::usbKey)
                .cell("", line -> acts(visit, line));
        text.addValueChangeListener(event -> grid.load());
        grid.load();
        return new Panel("账号", Filters.row(text), grid);
    }

    private Div acts(Visit visit, Line line) {
        SignInMeans means = platform().signInMeans();
        Button mobile = new Button(
                "变更号码",
                event -> ask(
                        "窗口变更账号 " + line.loginName() + " 的手机号码",
                        List.of(field("新手机号码", "window-mobile"), field("所出示的变更证明", "window-proof")),
                        (once, values) -> means.changeMobile(
                                visit.caller(), once, visit.regionId(), line.id(), values.get(0), values.get(1))));
        mobile.setId("mobile-" + line.loginName());
        Button lock = line.usbKey().isBlank()
                ? new Button(
                        "绑定锁",
                        event -> ask(
                                "为账号 " + line.loginName() + " 绑定加密锁",
                                List.of(field("加密锁序列号", "lock-serial")),
                                (once, values) -> means.bindUsbKey(
                                        visit.caller(), once, visit.regionId(), line.id(), values.get(0))))
                : new Button(
                        "挂失锁",
                        event -> ask(
                                "挂失并解除账号 " + line.loginName() + " 的加密锁",
                                List.of(),
                                (once, values) ->
                                        means.unbindUsbKey(visit.caller(), once, visit.regionId(), line.id())));
        lock.setId("lock-" + line.loginName());
        return buttons(mobile, lock);
    }

    private static Div buttons(Button... buttons) {
        Div row = new Div(buttons);
        row.addClassName("zj-buttons");
        return row;
    }

    private static TextField field(String label, String id) {
        TextField field = new TextField(label);
        field.setId(id);
        field.setWidthFull();
        return field;
    }

    private interface Act {
        void carryOut(Once once, List<String> values);
    }

    /** Asks for what is needed, and stays open while it is refused. */
    private void ask(String title, List<TextField> fields, Act act) {
        Dialog dialog = new Dialog();
        dialog.setId("account-dialog");
        dialog.setHeaderTitle(title);
        Sentence problem = Sentence.problem("");
        problem.setId("account-problem");
        problem.setVisible(false);
        dialog.add(problem);
        if (fields.isEmpty()) {
            dialog.add(new Paragraph("确定吗？"));
        }
        fields.forEach(dialog::add);
        Consumer<Once> confirmed = once -> {
            try {
                act.carryOut(once, fields.stream().map(TextField::getValue).toList());
            } catch (Refusal refusal) {
                if (refusal.kind() == Refusal.Kind.UNAUTHENTICATED) {
                    throw refusal;
                }
                problem.setText(refusal.getMessage());
                problem.setVisible(true);
                return;
            }
            dialog.close();
            Notices.done("已办理");
            open();
        };
        dialog.getFooter()
                .add(
                        new Button(Texts.CANCEL, event -> dialog.close()),
                        new ActButton("确定", "account-confirm", confirmed).primary());
        dialog.open();
    }
}
