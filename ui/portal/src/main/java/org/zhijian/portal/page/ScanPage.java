package org.zhijian.portal.page;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.radiobutton.RadioGroupVariant;
import java.util.List;
import org.zhijian.core.access.Refusal;
import org.zhijian.core.identity.QrSignIn.Role;
import org.zhijian.portal.components.ActButton;
import org.zhijian.portal.components.Panel;
import org.zhijian.portal.components.Sentence;
import org.zhijian.portal.visit.Platform;
import org.zhijian.portal.visit.Visit;

/** What a phone opens that has scanned a sign-in code: the person's accounts, one of which the other screen enters with. */
public final class ScanPage extends DeskPage {
    private final Panel panel = new Panel("");

    public ScanPage(Platform platform) {
        super(platform);
    }

    @Override
    protected void show(Visit visit) {
        String code = visit.parameter("code");
        panel.removeAll();
        panel.addClassName("zj-narrow");
        add(heading("扫码登录"), panel);
        try {
            offer(visit, code, platform().qrSignIn().scan(visit.caller(), code));
        } catch (Refusal refusal) {
            say(refusal.kind() == Refusal.Kind.NOT_FOUND ? "二维码无效，请重新扫描" : refusal.getMessage());
        }
    }

    private void offer(Visit visit, String code, List<Role> roles) {
        RadioButtonGroup<Role> group = new RadioButtonGroup<>("选择以哪个账号在另一屏幕登录", roles);
        group.setId("roles");
        group.addThemeVariants(RadioGroupVariant.LUMO_VERTICAL);
        group.setItemLabelGenerator(role -> role.displayName() + (role.note().isBlank() ? "" : "　" + role.note()));
        group.setItemEnabledProvider(Role::selectable);
        roles.stream().filter(Role::preselected).forEach(group::setValue);
        ActButton confirm = new ActButton("确认登录", "confirm", once -> {
            if (group.getValue() == null) {
                group.setErrorMessage("请选择账号");
                group.setInvalid(true);
                return;
            }
            act(
                    () -> platform()
                            .qrSignIn()
                            .confirm(visit.caller(), code, group.getValue().accountId()),
                    "已确认，请回到原来的屏幕");
        });
        ActButton cancel = new ActButton(
                "取消", "cancel", once -> act(() -> platform().qrSignIn().cancel(visit.caller(), code), "已取消登录"));
        Div buttons = new Div(confirm.primary(), cancel);
        buttons.addClassName("zj-buttons");
        panel.add(group, Sentence.hint("如非本人操作，请取消"), buttons);
    }

    private void act(Runnable act, String done) {
        try {
            act.run();
            say(done);
        } catch (Refusal refusal) {
            say(refusal.getMessage());
        }
    }

    private void say(String sentence) {
        panel.removeAll();
        Sentence said = Sentence.notice(sentence);
        said.setId("scan-result");
        panel.add(said);
    }
}
