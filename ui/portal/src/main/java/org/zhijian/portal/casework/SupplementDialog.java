package org.zhijian.portal.casework;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.checkbox.CheckboxGroupVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.zhijian.api.chain.DecisionOption;
import org.zhijian.api.form.Option;
import org.zhijian.core.cases.Supplement;
import org.zhijian.portal.components.ActButton;
import org.zhijian.portal.components.Filters;
import org.zhijian.portal.components.Notices;
import org.zhijian.portal.components.Sentence;
import org.zhijian.portal.components.Texts;

/** Asks what is missing and until when: the whole list, since it is told but once. */
final class SupplementDialog extends Dialog {
    private static final int USUAL_DAYS = 15;

    /**
     * @param items the fields and attachments of the applicant
     * @param chosen hears what is missing
     */
    SupplementDialog(DecisionOption option, List<Option> items, LocalDate today, Consumer<Supplement> chosen) {
        setId("supplement-dialog");
        setHeaderTitle(option.title());
        setWidth("520px");
        CheckboxGroup<Option> group = new CheckboxGroup<>("需要补正的内容", items);
        group.setId("supplement-items");
        group.setItemLabelGenerator(Option::label);
        group.addThemeVariants(CheckboxGroupVariant.LUMO_VERTICAL);
        DatePicker due = Filters.day("supplement-due", "补正期限", today.plusDays(USUAL_DAYS));
        add(Sentence.hint("补正内容应一次性告知。申请人补正期间，本环节的办理期限停止计算。"), group, due);
        ActButton confirm = new ActButton("确定" + option.title(), "supplement-confirm", once -> {
            if (group.getValue().isEmpty() || due.getValue() == null) {
                Notices.problem("请选择需要补正的内容和补正期限");
                return;
            }
            close();
            chosen.accept(new Supplement(
                    items.stream()
                            .filter(group.getValue()::contains)
                            .map(Option::value)
                            .toList(),
                    due.getValue()));
        });
        getFooter().add(new Button(Texts.CANCEL, event -> close()), confirm.primary());
    }
}
