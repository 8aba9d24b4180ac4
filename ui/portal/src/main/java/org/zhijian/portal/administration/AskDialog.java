package org.zhijian.portal.administration;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.List;
import org.zhijian.core.access.Once;
import org.zhijian.core.access.Refusal;
import org.zhijian.portal.components.ActButton;
import org.zhijian.portal.components.Notices;
import org.zhijian.portal.components.Sentence;
import org.zhijian.portal.components.Texts;

/** Asks for what an act needs, and stays open while the act is refused. */
final class AskDialog extends Dialog {
    private final transient Runnable done;
    private final List<TextField> fields = new ArrayList<>();
    private final Sentence problem = Sentence.problem("");

    /** @param done what follows the act */
    AskDialog(String title, Runnable done) {
        this.done = done;
        setId("account-dialog");
        setHeaderTitle(title);
        setWidth("min(92vw, 460px)");
        problem.setId("account-problem");
        problem.setVisible(false);
        add(problem);
    }

    AskDialog field(String id, String label) {
        TextField field = new TextField(label);
        field.setId(id);
        field.setWidthFull();
        fields.add(field);
        add(field);
        return this;
    }

    /** What is carried out with the values of the fields, in their order. */
    interface Act {
        void carryOut(Once once, List<String> values);
    }

    void open(Act act) {
        if (fields.isEmpty()) {
            add(new Paragraph("确定吗？"));
        }
        getFooter()
                .add(
                        new Button(Texts.CANCEL, event -> close()),
                        new ActButton("确定", "account-confirm", once -> attempt(act, once)).primary());
        open();
    }

    private void attempt(Act act, Once once) {
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
        close();
        Notices.done("已办理");
        done.run();
    }
}
