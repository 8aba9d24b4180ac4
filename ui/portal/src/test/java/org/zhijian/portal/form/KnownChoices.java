package org.zhijian.portal.form;

import java.util.List;
import org.zhijian.api.form.FormData;
import org.zhijian.api.form.Option;
import org.zhijian.core.access.Page;

/** Choices that are known beforehand, two a page, whatever the field. */
record KnownChoices(List<Option> options) implements Choices {
    private static final int PAGE = 2;

    static final KnownChoices NONE = new KnownChoices(List.of());

    @Override
    public Page<Option> find(String field, FormData form, String text, String cursor) {
        int from = cursor.isBlank() ? 0 : Integer.parseInt(cursor);
        List<Option> found =
                options.stream().filter(option -> option.label().contains(text)).toList();
        List<Option> page = found.stream().skip(from).limit(PAGE).toList();
        return new Page<>(page, from + PAGE < found.size() ? Integer.toString(from + PAGE) : "");
    }

    @Override
    public String label(String place) {
        return "";
    }
}
