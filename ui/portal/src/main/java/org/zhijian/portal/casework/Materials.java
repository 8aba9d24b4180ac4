package org.zhijian.portal.casework;

import com.vaadin.flow.component.html.H3;
import java.util.List;
import org.zhijian.api.form.Slot;
import org.zhijian.core.cases.AttachmentView;
import org.zhijian.portal.components.Panel;
import org.zhijian.portal.components.Sentence;
import org.zhijian.portal.visit.Platform;

/** The attachments of a case, slot by slot. */
final class Materials {
    private Materials() {}

    /**
     * @param currentOnly true to leave out what later rounds have replaced
     */
    static Panel of(
            Platform platform, Files files, List<Slot> slots, List<AttachmentView> attachments, boolean currentOnly) {
        Panel panel = new Panel("材料");
        boolean none = true;
        for (Slot slot : slots) {
            List<AttachmentView> own = own(slot, attachments, true);
            List<AttachmentView> before = currentOnly ? List.of() : own(slot, attachments, false);
            if (!own.isEmpty() || !before.isEmpty()) {
                none = false;
                panel.add(new H3(slot.title()), new Tiles(platform, files, own));
            }
            if (!before.isEmpty()) {
                panel.add(Sentence.hint("此前提交的材料"), new Tiles(platform, files, before));
            }
        }
        if (none) {
            panel.add(Sentence.empty("没有材料"));
        }
        return panel;
    }

    private static List<AttachmentView> own(Slot slot, List<AttachmentView> attachments, boolean current) {
        return attachments.stream()
                .filter(file -> file.slot().equals(slot.id()) && file.current() == current)
                .toList();
    }
}
