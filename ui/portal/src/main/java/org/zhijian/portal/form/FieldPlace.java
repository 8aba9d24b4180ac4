package org.zhijian.portal.form;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a violation points, as the core names it: {@code staff[2].name}.
 *
 * @param field id of the field of the form, {@code staff}
 * @param row row of a table from 0, -1 for the field as a whole
 * @param column id of the column, blank for the row as a whole
 */
public record FieldPlace(String field, int row, String column) {
    private static final Pattern CELL = Pattern.compile("([^\\[.]+)\\[(\\d{1,6})](?:\\.(.+))?");

    /** Never null: what is no cell is a field. */
    public static FieldPlace of(String name) {
        Matcher cell = CELL.matcher(name);
        if (!cell.matches()) {
            return new FieldPlace(name, -1, "");
        }
        String column = cell.group(3) == null ? "" : cell.group(3);
        return new FieldPlace(cell.group(1), Integer.parseInt(cell.group(2)), column);
    }
}
