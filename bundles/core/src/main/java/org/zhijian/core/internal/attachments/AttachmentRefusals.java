package org.zhijian.core.internal.attachments;

import java.util.List;
import org.zhijian.api.form.Slot;
import org.zhijian.core.access.Refusal;
import org.zhijian.core.access.Refusal.Kind;
import org.zhijian.core.access.Violation;
import org.zhijian.core.cases.ScanQuality;

/** What people read when an attachment is not taken, each text beside its rule. */
final class AttachmentRefusals {
    /** Name, format and content (ATT-01). */
    private static final String FORMAT = "ATT-01";

    /** Size in bytes and pixels (ATT-02). */
    private static final String SIZE = "ATT-02";

    /** Colour that the slot asks for ({@code colour} of the slot, core §6). */
    private static final String COLOUR = "ATT-COLOUR";

    /** Pixels enough, in focus, and something on the page. */
    private static final String LEGIBLE = "ATT-LEGIBLE";

    /** Malware (ATT-06). */
    private static final String VIRUS = "ATT-06";

    /** Naming by page number (ATT-03). */
    private static final String PAGES = "VAL-PAGES";

    /** What a round must and may hold (ATT-04). */
    private static final String COUNT = "ATT-04";

    /** The same content twice (ATT-05). */
    private static final String TWICE = "ATT-05";

    private static final long MEGABYTE = 1L << 20;
    private static final long KILOBYTE = 1L << 10;

    private AttachmentRefusals() {}

    static Refusal name(Slot slot, String message) {
        return refusal(slot, FORMAT, message);
    }

    static Refusal format(Slot slot) {
        return refusal(slot, FORMAT, "附件格式不正确，仅支持" + slot.formatNames());
    }

    static Refusal content(Slot slot, FileChecks.Problem problem) {
        return switch (problem) {
            case EMPTY -> refusal(slot, FORMAT, "附件不能为空");
            case FORMAT -> format(slot);
            case PIXELS -> refusal(slot, SIZE, "图片像素过大，请降低分辨率后重新上传");
            case ACTIVE -> refusal(slot, FORMAT, "附件中含有不允许的内容，请重新扫描后上传");
            case ENCRYPTED -> refusal(slot, FORMAT, "附件已加密，请解除保护后上传");
        };
    }

    static Refusal tooLarge(Slot slot, Slot.Format format) {
        Violation violation = Violation.of(slot.id(), SIZE, "附件大小不能超过" + size(slot.maxBytes(format)));
        return new Refusal(Kind.TOO_LARGE, "ATTACHMENT_TOO_LARGE", violation.message(), List.of(violation));
    }

    private static String size(long bytes) {
        return bytes >= MEGABYTE && bytes % MEGABYTE == 0 ? bytes / MEGABYTE + "MB" : bytes / KILOBYTE + "KB";
    }

    static Refusal tooMany(Slot slot) {
        String message = slot.tooMany().isBlank() ? slot.title() + "最多上传" + slot.max() + "个" : slot.tooMany();
        return refusal(slot, COUNT, message);
    }

    static Refusal page(Slot slot, String message) {
        return Refusal.invalid(page(slot.id(), message));
    }

    static Violation page(String slot, String message) {
        return Violation.of(slot, PAGES, message);
    }

    static Refusal virus(String slot) {
        return Refusal.invalid(Violation.of(slot, VIRUS, "附件中发现病毒，已拒绝接收，请检查电脑后重新扫描上传"));
    }

    /** A picture that no viewer opens. */
    static Refusal broken(Slot slot) {
        return refusal(slot, FORMAT, "图片已损坏，无法打开，请重新扫描后上传");
    }

    static Refusal grey(Slot slot) {
        return refusal(slot, COLOUR, "应为彩色扫描件，该图片为黑白或灰度，请重新扫描后上传");
    }

    static Refusal illegible(Slot slot, ScanQuality.Legibility legibility) {
        String what =
                switch (legibility) {
                    case SMALL -> "图片分辨率过低，看不清文字";
                    case BLANK -> "图片为空白页";
                    case BLURRED -> "图片模糊不清";
                    case CLEAR, UNKNOWN -> throw new IllegalArgumentException("nothing is wrong with " + legibility);
                };
        return refusal(slot, LEGIBLE, what + "，请重新扫描后上传");
    }

    static Refusal order(String message) {
        return Refusal.invalid(Violation.of("order", COUNT, message));
    }

    static Refusal twice(Slot slot) {
        return refusal(slot, TWICE, "该附件已上传过");
    }

    /** Files are missing where the slot wants some. */
    static Violation missing(Slot slot, int present) {
        String house = present == 0 ? "请上传" + slot.title() : slot.title() + "至少上传" + slot.min() + "个";
        return Violation.of(slot.id(), COUNT, slot.missing().isBlank() ? house : slot.missing());
    }

    private static Refusal refusal(Slot slot, String rule, String message) {
        return Refusal.invalid(Violation.of(slot.id(), rule, message));
    }
}
