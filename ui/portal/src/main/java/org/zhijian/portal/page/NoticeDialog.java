package org.zhijian.portal.page;

import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Map;
import java.util.function.Consumer;
import org.zhijian.core.access.Refusal;
import org.zhijian.core.notices.Announcements.Published;
import org.zhijian.portal.components.ActButton;
import org.zhijian.portal.components.Notices;
import org.zhijian.portal.components.Texts;
import org.zhijian.portal.visit.Visit;

/** What an office writes when it publishes a notice, or withdraws an announcement. */
final class NoticeDialog extends Dialog {
    private NoticeDialog(String title) {
        setHeaderTitle(title);
        setWidth("640px");
    }

    /** Publishes a notice. */
    static NoticeDialog publishing(Visit visit, Consumer<Published> done) {
        NoticeDialog dialog = new NoticeDialog("发布通知");
        TextField title = new TextField("标题");
        title.setId("notice-title");
        title.setWidthFull();
        title.setRequiredIndicatorVisible(true);
        TextArea body = new TextArea("正文");
        body.setId("notice-body");
        body.setWidthFull();
        body.setMinHeight("200px");
        body.setRequiredIndicatorVisible(true);
        dialog.add(title, body);
        dialog.footer("发布", "notice-publish", Map.of("title", title, "body", body), once -> {
            done.accept(visit.platform()
                    .announcements()
                    .publish(visit.caller(), once, visit.regionId(), title.getValue(), body.getValue()));
            Notices.done("通知已发布");
        });
        return dialog;
    }

    /** Withdraws an announcement. */
    static NoticeDialog withdrawing(Visit visit, String id, Runnable done) {
        NoticeDialog dialog = new NoticeDialog("撤回公告");
        TextArea reason = new TextArea("撤回原因");
        reason.setId("withdraw-reason");
        reason.setWidthFull();
        reason.setRequiredIndicatorVisible(true);
        reason.setHelperText("撤回后公告标题保留并标明“已撤回”，正文不再显示。原因会记入审计日志。");
        dialog.add(reason);
        dialog.footer("撤回", "withdraw-confirm", Map.of("reason", reason), once -> {
            visit.platform().announcements().withdraw(visit.caller(), once, id, reason.getValue());
            Notices.done("公告已撤回");
            done.run();
        });
        return dialog;
    }

    private void footer(
            String title,
            String id,
            Map<String, ? extends HasValidation> fields,
            Consumer<org.zhijian.core.access.Once> act) {
        ActButton confirm = new ActButton(title, id, once -> {
            fields.values().forEach(field -> field.setInvalid(false));
            try {
                act.accept(once);
                close();
            } catch (Refusal refusal) {
                if (refusal.violations().isEmpty()) {
                    Notices.problem(refusal.getMessage());
                }
                refusal.violations().forEach(violation -> {
                    HasValidation field = fields.get(violation.field());
                    field.setErrorMessage(violation.message());
                    field.setInvalid(true);
                });
            }
        });
        getFooter().add(new Button(Texts.CANCEL, event -> close()), confirm.primary());
    }
}
