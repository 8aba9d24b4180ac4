package org.zhijian.portal.casework;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import java.util.List;
import java.util.function.Consumer;
import org.zhijian.api.chain.Corrector;
import org.zhijian.api.chain.DecisionOption;
import org.zhijian.portal.components.ActButton;
import org.zhijian.portal.components.Texts;

/** Asks before a case is sent back who is to correct it. */
final class ReturnDialog extends Dialog {
    /**
     * @param chosen hears whom the case is sent back to, as {@link Corrector#to}
     */
    ReturnDialog(DecisionOption option, List<Corrector> correctors, Consumer<String> chosen) {
        this(option);
        RadioButtonGroup<Corrector> group = new RadioButtonGroup<>("需要修改的内容", correctors);
        group.setId("return-to");
        group.setItemLabelGenerator(Corrector::title);
        group.setValue(correctors.get(0));
        add(group);
        footer(option, () -> chosen.accept(group.getValue().to()));
    }

    private ReturnDialog(DecisionOption option) {
        setId("decision-dialog");
        setHeaderTitle(option.title());
    }

    /** Asks before a case is ended. */
    static Dialog confirm(DecisionOption option, Runnable confirmed) {
        ReturnDialog dialog = new ReturnDialog(option);
        dialog.add(new Paragraph("作出“" + option.title() + "”的决定后，本次申请即告结束，不能更改。确定吗？"));
        dialog.footer(option, confirmed);
        return dialog;
    }

    private void footer(DecisionOption option, Runnable confirmed) {
        ActButton confirm = new ActButton("确定" + option.title(), "decision-confirm", once -> {
            close();
            confirmed.run();
        });
        getFooter().add(new Button(Texts.CANCEL, event -> close()), confirm.primary());
    }
}
