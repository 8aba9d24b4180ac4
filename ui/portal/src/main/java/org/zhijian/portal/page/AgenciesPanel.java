package org.zhijian.portal.page;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import java.util.function.Supplier;
import org.zhijian.core.access.Caller;
import org.zhijian.core.access.Once;
import org.zhijian.core.access.Refusal;
import org.zhijian.core.agencies.Agencies;
import org.zhijian.core.agencies.Agencies.Client;
import org.zhijian.core.agencies.Agencies.Opened;
import org.zhijian.portal.components.ActButton;
import org.zhijian.portal.components.Chip;
import org.zhijian.portal.components.Descriptions;
import org.zhijian.portal.components.ErrorSummary;
import org.zhijian.portal.components.Panel;
import org.zhijian.portal.components.Sentence;
import org.zhijian.portal.components.Table;
import org.zhijian.portal.components.Texts;
import org.zhijian.portal.components.Tone;
import org.zhijian.portal.registering.Secret;

/** The accounts of other agencies' systems, on the operator's desk. */
final class AgenciesPanel extends Panel {
    private final transient Agencies agencies;
    private final transient Supplier<Caller> caller;
    private final Div content = new Div();

    AgenciesPanel(Agencies agencies, Supplier<Caller> caller) {
        super("接入单位");
        this.agencies = agencies;
        this.caller = caller;
        test("agencies");
        add(content);
        show();
    }

    private void show() {
        content.removeAll();
        Table table = new Table("接入标识", "名称", "状态", "授权", "").test("clients");
        agencies.clients(caller.get())
                .forEach(client -> table.row(
                        client.clientId(),
                        client.name(),
                        new Chip(client.active() ? "正常" : "已停用", client.active() ? Tone.GREEN : Tone.GREY),
                        client.grants().size() + " 项",
                        acts(client)));
        Div buttons = new Div(new ActButton("开通接入单位", "new-agency", once -> ask()));
        buttons.addClassName("zj-buttons");
        content.add(Sentence.hint("在各辖区可以做什么，由辖区管理者在“接入单位”页授权。"), table.orElse("尚未开通接入单位"), buttons);
    }

    private Div acts(Client client) {
        String id = client.clientId();
        return new Div(
                new ActButton("重置密钥", "renew-" + id, once -> told(agencies.renewSecret(caller.get(), once, id)))
                        .quiet(),
                new Span("　"),
                new ActButton(client.active() ? "停用" : "启用", "activate-" + id, once -> {
                            agencies.activate(caller.get(), once, id, !client.active());
                            show();
                        })
                        .quiet());
    }

    private void ask() {
        Dialog dialog = new Dialog();
        dialog.setHeaderTitle("开通接入单位");
        dialog.setWidth("min(92vw, 520px)");
        TextField id = field("接入标识", "agency-id");
        id.setHelperText("小写字母、数字和短横线，如 gzw-system");
        TextField name = field("名称", "agency-name");
        ErrorSummary errors = new ErrorSummary(place -> id.focus());
        dialog.add(new Div(errors, id, name));
        ActButton open = new ActButton("开通", "agency-open", once -> open(dialog, errors, id, name, once));
        dialog.getFooter().add(new Button(Texts.CANCEL, event -> dialog.close()), open.primary());
        dialog.open();
    }

    private static TextField field(String label, String id) {
        TextField field = new TextField(label);
        field.setId(id);
        field.setWidthFull();
        field.setRequiredIndicatorVisible(true);
        field.setManualValidation(true);
        return field;
    }

    private void open(Dialog dialog, ErrorSummary errors, TextField id, TextField name, Once once) {
        try {
            Opened opened = agencies.open(caller.get(), once, id.getValue(), name.getValue());
            dialog.close();
            told(opened);
        } catch (Refusal refusal) {
            errors.show(refusal.violations());
        }
    }

    /** The secret, this once. */
    private void told(Opened opened) {
        show();
        Dialog dialog = new Dialog();
        dialog.setHeaderTitle("接入密钥");
        dialog.setWidth("min(92vw, 560px)");
        dialog.add(
                new Descriptions().item("接入标识", opened.client().clientId()).item("密钥", Secret.of(opened.secret())),
                Sentence.hint("密钥仅显示这一次，请立即交给接入单位保存；遗失后只能重置。"));
        Button close = new Button(Texts.CLOSE, event -> dialog.close());
        close.setId("secret-close");
        dialog.getFooter().add(close);
        dialog.open();
    }
}
