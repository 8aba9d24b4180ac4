package org.zhijian.portal.casework;

import com.vaadin.flow.component.html.Div;
import java.util.List;
import java.util.function.Consumer;
import org.zhijian.core.access.Refusal;
import org.zhijian.core.access.Violation;
import org.zhijian.portal.components.Findings;
import org.zhijian.portal.components.Panel;
import org.zhijian.portal.components.Sentence;
import org.zhijian.portal.form.FieldPlace;
import org.zhijian.portal.form.FormEditor;

/** Step ①: the form. Whenever a field is left it is saved, and what the core says about fields already touched is shown at them. */
final class FillStage extends Div {
    private final transient Draft draft;
    private final transient Consumer<List<Violation>> saved;
    private final FormEditor editor;
    private final Div remarks = new Div();

    /**
     * @param saved hears after each saving what could not be kept, empty if all was
     */
    FillStage(Draft draft, Consumer<List<Violation>> saved) {
        this.draft = draft;
        this.saved = saved;
        addClassName("zj-stage-content");
        editor = new FormEditor(
                draft.procedure().form(),
                new CoreChoices(draft.visit(), draft.view().line(), draft.view().labels(), ""),
                draft.data());
        editor.whenChanged(field -> {
            if (save()) {
                refuseTouched();
            }
        });
        Panel panel = new Panel("");
        if (draft.procedure().form().fields().isEmpty()) {
            panel.add(Sentence.empty("本事项无需填写内容，请直接进入下一步"));
        } else {
            panel.add(Sentence.hint("带 * 的为必填项"), editor);
        }
        add(remarks, panel);
        showRemarks();
    }

    /** Saves; false if something cannot be kept, which then is shown. */
    boolean save() {
        draft.form(editor.data());
        try {
            draft.save();
        } catch (Refusal refusal) {
            if (refusal.violations().isEmpty()) {
                throw refusal;
            }
            editor.refuse(refusal.violations());
            saved.accept(refusal.violations());
            return false;
        }
        saved.accept(List.of());
        editor.showKnown(draft.view().form());
        showRemarks();
        return true;
    }

    private void refuseTouched() {
        editor.refuse(draft.problemsOfForm().stream()
                .filter(violation -> editor.touched()
                        .contains(FieldPlace.of(violation.field()).field()))
                .toList());
    }

    private void showRemarks() {
        remarks.removeAll();
        remarks.add(new Findings(draft.remarks()));
        remarks.setVisible(!draft.remarks().isEmpty());
    }

    void refuse(List<Violation> violations) {
        editor.refuse(violations);
    }

    void focus(String name) {
        editor.focus(name);
    }
}
