package org.zhijian.rest.http;

import com.fasterxml.jackson.databind.JsonNode;
import org.zhijian.core.access.Refusal;

/**
 * Turns away what no store can keep: the character NUL, half surrogate pairs, and numbers whose exponent is a weapon. Checked here once, so that
 * nothing of the kind comes up later as a fault of ours.
 */
public final class Clean {
    private static final int GREATEST_SCALE = 64;

    private Clean() {}

    /** @throws Refusal 400 if anything in the tree is not clean */
    static void check(JsonNode node) {
        if (node.isTextual()) {
            check(node.textValue());
        } else if (node.isBigDecimal() && Math.abs(node.decimalValue().scale()) > GREATEST_SCALE) {
            throw Refusal.malformed("数字超出允许的范围");
        } else {
            node.fieldNames().forEachRemaining(Clean::check);
            node.forEach(Clean::check);
        }
    }

    /** The text itself. @throws Refusal 400 if it is not clean */
    public static String check(String text) {
        if (text.codePoints().anyMatch(point -> point == 0 || isHalfPair(point))) {
            throw Refusal.malformed("请求中含有不允许的字符");
        }
        return text;
    }

    private static boolean isHalfPair(int point) {
        return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    }
}
