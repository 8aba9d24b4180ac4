package org.zhijian.portal.administration;

import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Map;
import org.zhijian.api.register.Dictionary.Entry;
import org.zhijian.api.register.Dictionary.Use;
import org.zhijian.core.access.Once;
import org.zhijian.core.access.Refusal;
import org.zhijian.core.dictionaries.Dictionaries.Content;
import org.zhijian.portal.components.ActButton;
import org.zhijian.portal.components.Notices;
import org.zhijian.portal.components.Texts;
import org.zhijian.portal.visit.Visit;

/** An entry of a dictionary, new or to be changed. */
final class EntryDialog extends Dialog {
    private final transient Visit visit;
    private final String dictionary;
    private final transient Runnable saved;
    private final TextField code = new TextField("编码");
    private final TextField label = new TextField("名称");
    private final IntegerField position = new IntegerField("顺序");
    private final Checkbox inUse = new Checkbox("启用");

    EntryDialog(Visit visit, Content content, Entry entry, Runnable saved) {
        this.visit = visit;
        this.dictionary = content.id();
        this.saved = saved;
        setHeaderTitle(content.title());
        setWidth("min(92vw, 460px)");
        code.setId("entry-code");
        code.setValue(entry.code());
        code.setReadOnly(!entry.code().isEmpty());
        code.setHelperText("数据中保存的值，保存后不能修改");
        label.setId("entry-label");
        label.setValue(entry.label());
        position.setId("entry-position");
        position.setValue(entry.position());
        inUse.setId("entry-in-use");
        inUse.setValue(entry.status() == Use.IN_USE);
        code.setManualValidation(true);
        label.setManualValidation(true);
        position.setManualValidation(true);
        FormLayout layout = new FormLayout(label, code, position, inUse);
        layout.setResponsiveSteps(new FormLayout.ResponsiveStep("0", 1));
        add(layout);
        getFooter()
                .add(
                        new Button(Texts.CANCEL, event -> close()),
                        new ActButton("保存", "entry-save", this::save).primary());
    }

    private void save(Once once) {
        Map<String, HasValidation> fields = Map.of("code", code, "label", label, "position", position);
        fields.values().forEach(field -> field.setInvalid(false));
        try {
            int order = position.getValue() == null ? -1 : position.getValue();
            Entry entry =
                    new Entry(code.getValue(), label.getValue(), order, inUse.getValue() ? Use.IN_USE : Use.RETIRED);
            visit.platform().dictionaries().save(visit.caller(), once, visit.regionId(), dictionary, entry);
        } catch (Refusal refusal) {
            if (refusal.violations().isEmpty()) {
                throw refusal;
            }
            refusal.violations().forEach(violation -> {
                HasValidation field = fields.get(violation.field());
                field.setErrorMessage(violation.message());
                field.setInvalid(true);
            });
            return;
        }
        close();
        Notices.done("已保存");
        saved.run();
    }
}
