package org.zhijian.portal.page;

import com.vaadin.flow.component.textfield.PasswordField;
import org.zhijian.core.access.Once;
import org.zhijian.core.access.Refusal;
import org.zhijian.core.access.Violation;
import org.zhijian.core.identity.SignIn;
import org.zhijian.portal.components.ActButton;
import org.zhijian.portal.components.ErrorSummary;
import org.zhijian.portal.components.Notices;
import org.zhijian.portal.components.Panel;
import org.zhijian.portal.components.Sentence;
import org.zhijian.portal.visit.Visitor;

/** A new password. The rules are the core's. */
final class PasswordBox extends Panel {
    private final transient SignIn signIn;
    private final transient Runnable changed;
    private final PasswordField old = field("原密码", "oldPassword", "current-password");
    private final PasswordField fresh = field("新密码", "newPassword", "new-password");
    private final PasswordField again = field("再次输入新密码", "newPasswordAgain", "new-password");
    private final ErrorSummary errors = new ErrorSummary(this::goTo);

    /**
     * @param forced true if nothing else is allowed before
     * @param changed what follows
     */
    PasswordBox(SignIn signIn, boolean forced, Runnable changed) {
        super("修改密码");
        this.signIn = signIn;
        this.changed = changed;
        addClassName("zj-narrow");
        setId("password-box");
        if (forced) {
            add(Sentence.notice("首次登录或密码被重置后，必须先修改密码才能继续使用"));
        }
        fresh.setHelperText("8 至 20 位，至少包含一个字母和一个数字，不能有空格");
        add(errors, old, fresh, again, new ActButton("修改密码", "change-password", this::change).primary());
    }

    private static PasswordField field(String label, String id, String purpose) {
        PasswordField field = new PasswordField(label);
        field.setId(id);
        field.setWidthFull();
        field.setRequiredIndicatorVisible(true);
        field.setManualValidation(true);
        field.setRevealButtonVisible(false);
        field.getElement().setAttribute("autocomplete", purpose);
        return field;
    }

    private void change(Once once) {
        if (!fresh.getValue().equals(again.getValue())) {
            errors.show(java.util.List.of(Violation.of("newPasswordAgain", "", "两次输入的新密码不一致")));
            return;
        }
        try {
            signIn.changePassword(Visitor.caller(signIn), old.getValue(), fresh.getValue());
        } catch (Refusal refusal) {
            if (refusal.kind() == Refusal.Kind.UNAUTHENTICATED) {
                throw refusal;
            }
            if (refusal.violations().isEmpty()) {
                errors.show(refusal.getMessage());
            } else {
                errors.show(refusal.violations());
            }
            return;
        }
        errors.clear();
        old.clear();
        fresh.clear();
        again.clear();
        Notices.done("密码已修改");
        changed.run();
    }

    private void goTo(String name) {
        switch (name) {
            case "oldPassword" -> old.focus();
            case "newPasswordAgain" -> again.focus();
            default -> fresh.focus();
        }
    }
}
