package org.zhijian.portal.administration;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import org.zhijian.api.form.Option;
import org.zhijian.core.access.Once;
import org.zhijian.core.access.Refusal;
import org.zhijian.core.administration.Administration.Issued;
import org.zhijian.core.administration.Administration.NewAccount;
import org.zhijian.portal.components.ActButton;
import org.zhijian.portal.components.Descriptions;
import org.zhijian.portal.components.ErrorSummary;
import org.zhijian.portal.components.Sentence;
import org.zhijian.portal.components.Texts;
import org.zhijian.portal.registering.Secret;
import org.zhijian.portal.visit.Visit;

/** A new member of one or more offices. */
final class MemberDialog extends Dialog {
    private final transient Visit visit;
    private final TextField name = field("姓名", "member-name", true);
    private final TextField loginName = field("登录名", "member-login", true);
    private final TextField mobile = field("手机号码", "member-mobile", false);
    private final CheckboxGroup<Option> offices;
    private final ErrorSummary errors = new ErrorSummary(place -> {});
    private final Div content = new Div();
    private final ActButton open;

    MemberDialog(Visit visit, List<Option> choices, Runnable closed) {
        this.visit = visit;
        setId("member");
        setHeaderTitle("新增机构人员");
        setWidth("min(92vw, 560px)");
        offices = new CheckboxGroup<>("所属机构", choices);
        offices.setItemLabelGenerator(Option::label);
        offices.setId("member-offices");
        content.add(errors, name, loginName, mobile, offices);
        add(content);
        open = new ActButton("开通账号", "member-open", this::open).primary();
        Button close = new Button(Texts.CLOSE, event -> close());
        close.setId("member-close");
        getFooter().add(close, open);
        addOpenedChangeListener(event -> {
            if (!event.isOpened()) {
                closed.run();
            }
        });
    }

    private static TextField field(String label, String id, boolean required) {
        TextField field = new TextField(label);
        field.setId(id);
        field.setWidthFull();
        field.setRequiredIndicatorVisible(required);
        field.setManualValidation(true);
        return field;
    }

    private void open(Once once) {
        NewAccount wanted = new NewAccount(
                loginName.getValue(), name.getValue(), "", AccountDialog.chosen(offices.getValue()), mobile.getValue());
        try {
            Issued issued = visit.platform().administration().open(visit.caller(), once, visit.regionId(), wanted);
            content.removeAll();
            content.add(
                    new Descriptions()
                            .item("登录名", issued.account().loginName())
                            .item("初始密码", Secret.of(issued.initialPassword())),
                    Sentence.hint("初始密码仅显示这一次，请立即告知使用人；首次登录须修改密码。"));
            open.setVisible(false);
        } catch (Refusal refusal) {
            if (refusal.violations().isEmpty()) {
                errors.show(refusal.getMessage());
            } else {
                errors.show(refusal.violations());
            }
        }
    }
}
