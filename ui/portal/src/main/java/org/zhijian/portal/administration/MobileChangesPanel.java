package org.zhijian.portal.administration;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import org.zhijian.core.identity.MobileChanges;
import org.zhijian.core.identity.MobileChanges.Waiting;
import org.zhijian.core.words.Formats;
import org.zhijian.portal.components.ActButton;
import org.zhijian.portal.components.Notices;
import org.zhijian.portal.components.Panel;
import org.zhijian.portal.components.Table;
import org.zhijian.portal.visit.Visit;

/** Changes of mobile numbers that wait for a decision; not there when none do. */
final class MobileChangesPanel extends Div {
    private final transient Visit visit;

    MobileChangesPanel(Visit visit) {
        this.visit = visit;
        setId("mobile-changes");
        show();
    }

    private MobileChanges changes() {
        return visit.platform().mobileChanges();
    }

    private void show() {
        removeAll();
        List<Waiting> waiting = changes().waiting(visit.caller(), visit.regionId());
        setVisible(!waiting.isEmpty());
        Table table = new Table("登录名", "名称", "原号码", "新号码", "申请时间", "");
        waiting.forEach(change -> table.row(
                change.loginName(),
                change.displayName(),
                change.oldMobile(),
                change.newMobile(),
                Formats.minute(change.requestedAt()),
                decisions(change)));
        add(new Panel("待审核的手机号码变更", table));
    }

    private Div decisions(Waiting change) {
        ActButton approve = new ActButton("同意", "approve-" + change.loginName(), once -> {
            changes().decide(visit.caller(), once, visit.regionId(), change.id(), true, "");
            Notices.done("已同意");
            show();
        });
        Button back = new Button("退回…", event -> new AskDialog("退回手机号码变更", this::show)
                .field("opinion", "退回意见")
                .open((once, values) ->
                        changes().decide(visit.caller(), once, visit.regionId(), change.id(), false, values.get(0))));
        back.setId("return-" + change.loginName());
        Div row = new Div(approve.primary(), back);
        row.addClassName("zj-buttons");
        return row;
    }
}
