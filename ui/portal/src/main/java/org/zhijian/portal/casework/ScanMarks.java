package org.zhijian.portal.casework;

import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import org.zhijian.api.form.Slot;
import org.zhijian.core.cases.ScanQuality;
import org.zhijian.core.cases.ScanQuality.Colour;
import org.zhijian.core.cases.ScanQuality.Legibility;

/** What was seen of a scan, in words: 彩色 ✓ 清晰 ✓. Of colour only where it is asked for, and of nothing where nothing is known. */
final class ScanMarks extends Span {

    /** One mark. */
    record Mark(String word, boolean good) {
        String text() {
            return word + (good ? " ✓" : " ⚠");
        }
    }

    ScanMarks(Slot slot, ScanQuality quality) {
        addClassName("zj-marks");
        for (Mark mark : of(slot.inColour(), quality)) {
            Span word = new Span(mark.text());
            word.addClassName(mark.good() ? "zj-mark-good" : "zj-mark-bad");
            add(word);
        }
    }

    static List<Mark> of(boolean colourAsked, ScanQuality quality) {
        List<Mark> marks = new ArrayList<>();
        if (colourAsked && quality.colour() != Colour.UNKNOWN) {
            boolean colour = quality.colour() == Colour.COLOUR;
            marks.add(new Mark(colour ? "彩色" : "非彩色", colour));
        }
        if (quality.legibility() != Legibility.UNKNOWN) {
            marks.add(new Mark(word(quality.legibility()), quality.legibility() == Legibility.CLEAR));
        }
        return marks;
    }

    private static String word(Legibility legibility) {
        return switch (legibility) {
            case CLEAR -> "清晰";
            case SMALL -> "分辨率过低";
            case BLANK -> "空白页";
            case BLURRED -> "模糊";
            case UNKNOWN -> "";
        };
    }
}
