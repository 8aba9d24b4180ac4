package org.zhijian.portal.form;

import java.util.ArrayList;
import java.util.List;
import org.zhijian.api.form.Slot;
import org.zhijian.core.words.Formats;

/** The rules of a slot in words, said before anything is uploaded. Pure functions. */
public final class SlotRules {
    private SlotRules() {}

    /** {@code jpg/pdf/png，图片不超过 5 MB，1–3 个，彩色扫描件}. */
    public static String of(Slot slot) {
        List<String> rules = new ArrayList<>();
        rules.add(slot.formatNames());
        boolean images = slot.formats().stream().anyMatch(format -> format != Slot.Format.PDF);
        if (images) {
            rules.add("图片不超过 " + Formats.size(slot.maxBytes()));
        }
        if (slot.formats().contains(Slot.Format.PDF)) {
            rules.add("PDF 不超过 " + Formats.size(slot.maxBytes(Slot.Format.PDF)));
        }
        rules.add(count(slot));
        if (slot.naming() == Slot.Naming.PAGE_NUMBER) {
            rules.add("以页码命名（1.jpg、2.jpg …），按页码顺序上传");
        }
        if (slot.inColour()) {
            rules.add("彩色扫描件");
        }
        if (slot.isSealed()) {
            rules.add("须加盖公章");
        }
        String text = String.join("，", rules);
        return slot.hint().isBlank() ? text : slot.hint() + "（" + text + "）";
    }

    /** {@code 1–3 个}, {@code 1 个}, {@code 最多 3 个}. */
    public static String count(Slot slot) {
        if (slot.min() == slot.max()) {
            return slot.max() + " 个";
        }
        return slot.min() == 0 ? "最多 " + slot.max() + " 个" : slot.min() + "–" + slot.max() + " 个";
    }
}
