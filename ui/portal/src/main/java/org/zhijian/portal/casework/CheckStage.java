package org.zhijian.portal.casework;

import com.vaadin.flow.component.html.Div;
import org.zhijian.core.cases.CaseView;
import org.zhijian.portal.components.Findings;
import org.zhijian.portal.components.Panel;
import org.zhijian.portal.form.FormAnswers;

/** Step ③: all answers and attachments to be read once more. */
final class CheckStage extends Div {
    CheckStage(Draft draft) {
        addClassName("zj-stage-content");
        draft.reload();
        CaseView view = draft.view();
        Files files = Files.ofCase(draft.visit().platform(), view.line().id());
        add(
                new Findings(draft.remarks()),
                new Panel(
                        "填写内容",
                        new FormAnswers(
                                draft.procedure().form(), view.form(), view.labels(), "", view.changedFields())),
                Materials.current(
                        draft.visit().platform(), files, draft.procedure().slots(), view.attachments()));
    }
}
