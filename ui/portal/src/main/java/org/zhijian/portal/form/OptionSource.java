package org.zhijian.portal.form;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.zhijian.api.form.FormData;
import org.zhijian.api.form.Option;
import org.zhijian.core.access.Page;

/** Turns the core's cursors into the offsets that Vaadin's lists ask for: keeps what was read for one text and one form. */
final class OptionSource {
    private static final int FEW_PAGES = 5;

    private final String field;
    private final Choices choices;
    private final Supplier<FormData> form;
    private final List<Option> read = new ArrayList<>();
    private FormData readFor;
    private String text = "";
    private String next = "";
    private Page<Option> first;

    OptionSource(String field, Choices choices, Supplier<FormData> form) {
        this.field = field;
        this.choices = choices;
        this.form = form;
    }

    Stream<Option> fetch(String wanted, int offset, int limit) {
        FormData filled = form.get();
        if (offset == 0 || !wanted.equals(text) || !filled.equals(readFor)) {
            read.clear();
            text = wanted;
            readFor = filled;
            append("");
        }
        while (read.size() < offset + limit && !next.isBlank()) {
            append(next);
        }
        return List.copyOf(read).stream().skip(offset).limit(limit);
    }

    /**
     * True if the list that the browser holds is no longer right, now that other fields have changed. Only then may it be told so: a list
     * that is taken away while somebody types into it gets stuck.
     */
    boolean isOutdated() {
        FormData filled = form.get();
        if (readFor == null || filled.equals(readFor)) {
            return false;
        }
        boolean same = choices.find(field, filled, text, "").equals(first);
        readFor = same ? filled : readFor;
        return !same;
    }

    private void append(String cursor) {
        Page<Option> page = choices.find(field, readFor, text, cursor);
        first = cursor.isBlank() ? page : first;
        read.addAll(page.items());
        next = page.next();
    }

    /** The choice that a place holds: under the label of the case, else as found among the first choices, else under its own value. */
    Option chosen(String place, String value) {
        String label = choices.label(place);
        return label.isBlank() ? search(value).orElse(new Option(value, value)) : new Option(value, label);
    }

    /** Several choices, whose labels the case joins: so those that are not offered any more keep their names too. */
    Set<Option> several(String place, List<String> values) {
        List<String> labels = List.of(choices.label(place).split("、"));
        boolean known = labels.size() == values.size() && !labels.contains("");
        Set<Option> chosen = new LinkedHashSet<>();
        for (int i = 0; i < values.size(); i++) {
            String value = values.get(i);
            chosen.add(known ? new Option(value, labels.get(i)) : search(value).orElse(new Option(value, value)));
        }
        return chosen;
    }

    private Optional<Option> search(String value) {
        String cursor = "";
        for (int i = 0; i < FEW_PAGES; i++) {
            Page<Option> page = choices.find(field, form.get(), "", cursor);
            Optional<Option> found = page.items().stream()
                    .filter(option -> option.value().equals(value))
                    .findFirst();
            cursor = page.next();
            if (found.isPresent() || cursor.isBlank()) {
                return found;
            }
        }
        return Optional.empty();
    }
}
