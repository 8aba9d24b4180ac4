package org.zhijian.api.notice;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of an SMS (短信模板). Carriers know a template by its id and fill in the values themselves; others send the text as it is written
 * here.
 *
 * @param id stable id in capitals with underscores, unique over the system, such as {@code XX_RETURNED}
 * @param title Chinese title for those who look after what is sent
 * @param text Chinese text in which {@code {name}} stands for the value of that name
 */
public record SmsTemplate(String id, String title, String text) {
    private static final Pattern ID = Pattern.compile("[A-Z][A-Z0-9_]{1,59}");
    private static final Pattern PLACE = Pattern.compile("\\{([A-Za-z][A-Za-z0-9]*)\\}");

    public SmsTemplate {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("no id of a template: " + id);
        }
        Objects.requireNonNull(title);
        Objects.requireNonNull(text);
    }

    /** The names of the values that the text asks for, in order. */
    public Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        Matcher places = PLACE.matcher(text);
        while (places.find()) {
            names.add(places.group(1));
        }
        return names;
    }

    /** A text with its places filled in: {@code {name}} by the value of that name, blank if it has none. */
    public static String fill(String text, Map<String, String> values) {
        return PLACE.matcher(text)
                .replaceAll(place -> Matcher.quoteReplacement(values.getOrDefault(place.group(1), "")));
    }

    /**
     * The text with its values. Values are taken as they are, also if they look like a place.
     *
     * @throws IllegalArgumentException if a value is missing
     */
    public String render(Map<String, String> values) {
        return PLACE.matcher(text).replaceAll(place -> {
            String value = values.get(place.group(1));
            if (value == null) {
                throw new IllegalArgumentException("template " + id + " has no value for {" + place.group(1) + "}");
            }
            return Matcher.quoteReplacement(value);
        });
    }
}
