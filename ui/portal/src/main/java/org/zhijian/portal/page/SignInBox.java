package org.zhijian.portal.page;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.function.Consumer;
import org.zhijian.core.access.Caller;
import org.zhijian.core.access.Refusal;
import org.zhijian.core.identity.SignIn;
import org.zhijian.portal.components.ActButton;
import org.zhijian.portal.components.Panel;
import org.zhijian.portal.components.Sentence;
import org.zhijian.portal.components.Texts;
import org.zhijian.portal.visit.Flash;
import org.zhijian.portal.visit.Visitor;

/** Account, password, and what to do when one is forgotten. */
final class SignInBox extends Panel {
    private final TextField name = new TextField("账号");
    private final PasswordField password = new PasswordField("密码");
    private final Sentence problem = Sentence.problem("");

    /**
     * @param forgotten what those read who have forgotten the password; blank for nothing
     * @param entered hears who has signed in
     */
    SignInBox(SignIn signIn, String portal, String forgotten, Consumer<Caller> entered) {
        super("登录");
        addClassName("zj-sign-in");
        setId("sign-in");
        name.setId("loginName");
        name.getElement().setAttribute("autocomplete", "username");
        name.setWidthFull();
        password.setId("password");
        password.getElement().setAttribute("autocomplete", "current-password");
        password.setWidthFull();
        password.setRevealButtonVisible(false);
        problem.setId("sign-in-problem");
        problem.setVisible(false);
        ActButton enter = new ActButton("登录", "sign-in-button", once -> enter(signIn, portal, entered)).primary();
        enter.addClickShortcut(Key.ENTER).listenOn(name, password);
        enter.setWidthFull();
        Flash.take().ifPresent(sentence -> add(Sentence.notice(sentence)));
        add(problem, name, password, enter);
        if (!forgotten.isBlank()) {
            add(forgotten(forgotten));
        }
    }

    private void enter(SignIn signIn, String portal, Consumer<Caller> entered) {
        if (name.getValue().isBlank() || password.getValue().isBlank()) {
            refuse("请填写账号和密码");
            return;
        }
        Caller caller;
        try {
            caller = Visitor.signIn(signIn, portal, name.getValue().strip(), password.getValue());
        } catch (Refusal refusal) {
            password.clear();
            password.focus();
            refuse(refusal.getMessage());
            return;
        }
        entered.accept(caller);
    }

    private void refuse(String sentence) {
        problem.setText(sentence);
        problem.setVisible(true);
    }

    private static Button forgotten(String text) {
        Button link = new Button("忘记密码？", event -> {
            Dialog dialog = new Dialog(new Paragraph(text));
            dialog.setId("forgotten-dialog");
            dialog.setHeaderTitle("忘记密码");
            dialog.getFooter().add(new Button(Texts.CLOSE, closing -> dialog.close()));
            dialog.open();
        });
        link.setId("forgotten");
        link.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE);
        return link;
    }
}
