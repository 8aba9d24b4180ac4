package org.zhijian.portal.casework;

import com.vaadin.flow.component.html.Div;
import java.util.List;
import java.util.function.Consumer;
import org.zhijian.core.access.Violation;
import org.zhijian.portal.components.Panel;
import org.zhijian.portal.components.Sentence;

/** Step ②: the attachments, with the ticks of their seals beside them. */
final class AttachStage extends Div {
    private final transient Draft draft;
    private final transient Consumer<List<Violation>> saved;
    private final Slots slots;

    AttachStage(Draft draft, Consumer<List<Violation>> saved) {
        this.draft = draft;
        this.saved = saved;
        Files files = Files.ofCase(draft.visit().platform(), draft.view().line().id());
        slots = new Slots(draft.visit(), files, draft.procedure().slots(), draft::data);
        addClassName("zj-stage-content");
        slots.whenChanged(this::save);
        Panel panel = new Panel("", slots);
        if (draft.procedure().slots().isEmpty()) {
            panel.add(Sentence.empty("本事项无需上传材料，请直接进入下一步"));
        }
        add(panel);
    }

    /** Saves the ticks, and asks what the core says of the attachments now. */
    void save() {
        draft.data(slots.with(draft.data()));
        draft.save();
        saved.accept(List.of());
        slots.show();
    }

    void refuse(List<Violation> violations) {
        slots.refuse(violations);
    }

    void focus(String name) {
        slots.focus(name);
    }
}
