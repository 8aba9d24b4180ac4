package org.zhijian.rest.shape;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.zhijian.api.form.Condition;
import org.zhijian.api.form.Form;
import org.zhijian.api.form.Slot;
import org.zhijian.rest.schema.ConditionSchema;

/**
 * A place for attachments.
 *
 * @param required true if it is always wanted
 * @param requiredWhen the condition on the form under which it is wanted, where it is neither always nor never
 * @param maxBytes largest image
 * @param maxPdfBytes largest PDF file, where PDF is taken
 * @param seal the refusal for a missing seal; blank if the scan needs none
 */
public record SlotItem(
        String slot,
        String title,
        boolean required,
        @Maybe @JsonInclude(JsonInclude.Include.NON_NULL) @Told("在何种表单内容下必须提供（JSON Schema 条件）；无条件时不出现")
                ObjectNode requiredWhen,
        int min,
        int max,
        List<String> formats,
        @Told("FREE 随意，PAGE_NUMBER 按页码号命名") Slot.Naming naming,
        String hint,
        @Told("单个图片文件的最大字节数") long maxBytes,
        @Maybe @JsonInclude(JsonInclude.Include.NON_NULL) @Told("单个 PDF 文件的最大字节数；不收 PDF 时不出现") Long maxPdfBytes,
        @Told("须为彩色扫描件") boolean colour,
        @Told("看不清的图片是否拒收；否则只作标记") boolean legible,
        @Told("须加盖的公章；不需要时为空") String seal) {

    /** All slots that belong to a form. */
    static List<SlotItem> of(List<Slot> slots, Form form) {
        return slots.stream().map(slot -> of(slot, form)).toList();
    }

    private static SlotItem of(Slot slot, Form form) {
        boolean always = slot.requirement() instanceof Condition.Always;
        boolean never = slot.requirement() instanceof Condition.Never;
        return new SlotItem(
                slot.id(),
                slot.title(),
                always,
                always || never ? null : ConditionSchema.of(slot.requirement(), form),
                slot.min(),
                slot.max(),
                slot.formats().stream().sorted().map(Slot.Format::extension).toList(),
                slot.naming(),
                slot.hint(),
                slot.maxBytes(),
                slot.formats().contains(Slot.Format.PDF) ? slot.maxBytes(Slot.Format.PDF) : null,
                slot.inColour(),
                slot.legible(),
                slot.seal());
    }
}
