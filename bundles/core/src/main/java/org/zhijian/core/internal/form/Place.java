package org.zhijian.core.internal.form;

import org.zhijian.api.form.Field;

/**
 * Where in a form a field stands.
 *
 * @param id what comes before the field's id, such as {@code staff[2].}
 * @param text what comes before the text that people read, such as 人员第3行：
 */
record Place(String id, String text) {
    static final Place TOP = new Place("", "");

    /** Inside a row of a table, counted from 0 as in JSON; people count from 1. */
    Place row(Field table, int index) {
        return new Place(rowId(table, index) + ".", text + table.label() + "第" + (index + 1) + "行：");
    }

    String rowId(Field table, int index) {
        return id + table.id() + "[" + index + "]";
    }
}
