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

    /** What belongs to the present round alone. */
    static Panel current(Platform platform, Files files, List<Slot> slots, List<AttachmentView> attachments) {
        return of(platform, files, slots, attachments, 1);
    }

    /**
     * What belongs to the present round, and below it what each earlier round had handed in where it was something else.
     *
     * @param round the present round
     */
    static Panel of(Platform platform, Files files, List<Slot> slots, List<AttachmentView> attachments, int round) {
        Panel panel = new Panel("材料");
        for (Slot slot : slots) {
            List<AttachmentView> own = own(slot, attachments);
            if (own.isEmpty()) {
                continue;
            }
            List<AttachmentView> now =
                    own.stream().filter(AttachmentView::current).toList();
            panel.add(new H3(slot.title()), new Tiles(platform, files, slot, now));
            for (int earlier = round - 1; earlier >= 1; earlier--) {
                List<AttachmentView> then = ofRound(own, earlier);
                if (!then.isEmpty() && !then.equals(now) && !then.equals(ofRound(own, earlier + 1))) {
                    panel.add(Sentence.hint("第 " + earlier + " 次提交的材料"), new Tiles(platform, files, slot, then));
                }
            }
        }
        if (slots.stream().allMatch(slot -> own(slot, attachments).isEmpty())) {
            panel.add(Sentence.empty("没有材料"));
        }
        return panel;
    }

    private static List<AttachmentView> ofRound(List<AttachmentView> attachments, int round) {
        return attachments.stream().filter(file -> file.isOfRound(round)).toList();
    }

    private static List<AttachmentView> own(Slot slot, List<AttachmentView> attachments) {
        return attachments.stream()
                .filter(file -> file.slot().equals(slot.id()))
                .toList();
    }
}
