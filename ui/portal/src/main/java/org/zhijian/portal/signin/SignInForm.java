package org.zhijian.portal.signin;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.function.Supplier;
import org.zhijian.core.access.Refusal;
import org.zhijian.portal.components.Sentence;

/** One way in: some fields, and a sentence where one is refused. */
abstract class SignInForm extends Div {
    private final Sentence problem = Sentence.problem("");

    SignInForm() {
        addClassName("zj-sign-in");
        problem.setId("sign-in-problem");
        problem.setVisible(false);
        add(problem);
    }

    static TextField text(String label, String id, String purpose) {
        TextField field = new TextField(label);
        field.setId(id);
        field.getElement().setAttribute("autocomplete", purpose);
        field.setWidthFull();
        return field;
    }

    static PasswordField password() {
        PasswordField field = new PasswordField("密码");
        field.setId("password");
        field.getElement().setAttribute("autocomplete", "current-password");
        field.setWidthFull();
        field.setRevealButtonVisible(false);
        return field;
    }

    final void refuse(String sentence) {
        problem.setText(sentence);
        problem.setVisible(true);
    }

    final void accept() {
        problem.setVisible(false);
    }

    /** Tries something; a refusal is shown in its place. @return null if refused */
    final <T> T attempt(Supplier<T> act) {
        try {
            T result = act.get();
            accept();
            return result;
        } catch (Refusal refusal) {
            refused(refusal);
            return null;
        }
    }

    void refused(Refusal refusal) {
        refuse(refusal.getMessage());
    }
}
