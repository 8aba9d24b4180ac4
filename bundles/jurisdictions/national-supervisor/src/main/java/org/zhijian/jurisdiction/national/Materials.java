package org.zhijian.jurisdiction.national;

import org.zhijian.api.form.Condition;
import org.zhijian.api.form.Slot;

/** The places for scans (NS-R13): at most 2 MB each, one to five of them. */
final class Materials {
    private static final long TWO_MEGABYTES = 2L << 20;

    private Materials() {}

    static Slot required(String id, String title) {
        return Slot.scan(id, title).count(1, 5).upTo(TWO_MEGABYTES);
    }

    static Slot when(Condition condition, String id, String title) {
        return required(id, title).requiredWhen(condition);
    }

    static Slot optional(String id, String title) {
        return required(id, title).optional();
    }

    static Slot photo() {
        return required("photo", "一寸照片").count(1, 1).formats(Slot.Format.JPG, Slot.Format.PNG);
    }
}
