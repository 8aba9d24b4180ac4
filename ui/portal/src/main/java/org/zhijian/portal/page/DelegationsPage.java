package org.zhijian.portal.page;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import java.time.LocalDate;
import java.util.List;
import org.zhijian.core.access.Once;
import org.zhijian.core.access.Refusal;
import org.zhijian.core.access.Violation;
import org.zhijian.core.cases.Colleague;
import org.zhijian.core.cases.Delegation;
import org.zhijian.core.words.Formats;
import org.zhijian.portal.components.ActButton;
import org.zhijian.portal.components.Chip;
import org.zhijian.portal.components.ErrorSummary;
import org.zhijian.portal.components.Filters;
import org.zhijian.portal.components.Notices;
import org.zhijian.portal.components.Panel;
import org.zhijian.portal.components.Sentence;
import org.zhijian.portal.components.Table;
import org.zhijian.portal.components.Tone;
import org.zhijian.portal.visit.Platform;
import org.zhijian.portal.visit.Visit;

/** 委托代办: who acts for an officer while he is away, and for whom he acts. */
public final class DelegationsPage extends DeskPage {
    public DelegationsPage(Platform platform) {
        super(platform);
    }

    @Override
    protected void show(Visit visit) {
        List<Delegation> delegations = platform().delegations().list(visit.caller());
        List<Colleague> candidates = platform().delegations().candidates(visit.caller());
        add(heading("委托代办"), new Panel("新的委托", form(candidates)), new Panel("委托记录", table(delegations)));
    }

    private Div form(List<Colleague> candidates) {
        LocalDate today = platform().installation().today();
        ComboBox<Colleague> delegate = new ComboBox<>("代办人员", candidates);
        delegate.setId("delegate");
        delegate.setItemLabelGenerator(Colleague::name);
        DatePicker from = Filters.day("from", "起始日期", today);
        DatePicker to = Filters.day("to", "截止日期（含）", null);
        ErrorSummary errors = new ErrorSummary(field -> {});
        ActButton button = new ActButton("委托", "delegate-button", once -> {
            try {
                errors.clear();
                delegate(delegate.getValue(), from.getValue(), to.getValue(), once);
            } catch (Refusal refusal) {
                if (refusal.violations().isEmpty()) {
                    throw refusal;
                }
                errors.show(refusal.violations());
            }
        });
        return new Div(
                Sentence.hint("委托期间，代办人员可以办理您的待办，办理记录同时注明双方姓名；代办人员不能再转委托。"),
                errors,
                Filters.row(delegate, from, to, button.primary()));
    }

    private void delegate(Colleague delegate, LocalDate from, LocalDate to, Once once) {
        if (delegate == null || from == null || to == null) {
            throw Refusal.invalid(Violation.of("delegate", "DELEGATION", "请选择代办人员和起止日期"));
        }
        platform().delegations().delegate(visit().caller(), once, delegate.loginName(), from, to);
        Notices.done("已委托" + delegate.name());
        open();
    }

    private Table table(List<Delegation> delegations) {
        Table table = new Table("委托人", "代办人员", "起始日期", "截止日期", "状态", "").test("delegations");
        for (Delegation delegation : delegations) {
            table.row(
                    delegation.principal(),
                    delegation.delegate(),
                    Formats.day(delegation.from()),
                    Formats.day(delegation.to()),
                    state(delegation),
                    revoke(delegation));
        }
        return table.orElse("没有委托。休假或出差时，可委托同事代为办理。");
    }

    private Chip state(Delegation delegation) {
        if (delegation.revokedAt() != null) {
            return new Chip("已撤销", Tone.GREY);
        }
        if (delegation.active()) {
            return new Chip("有效", Tone.GREEN);
        }
        boolean ahead = platform().installation().today().isBefore(delegation.from());
        return ahead ? new Chip("未开始", Tone.BLUE) : new Chip("已结束", Tone.GREY);
    }

    private Div revoke(Delegation delegation) {
        ActButton button = new ActButton("撤销", "revoke-" + delegation.id(), once -> {
            platform().delegations().revoke(visit().caller(), once, delegation.id());
            Notices.done("已撤销委托");
            open();
        });
        boolean possible = delegation.mine()
                && delegation.revokedAt() == null
                && !platform().installation().today().isAfter(delegation.to());
        button.setVisible(possible);
        return new Div(button.quiet());
    }
}
