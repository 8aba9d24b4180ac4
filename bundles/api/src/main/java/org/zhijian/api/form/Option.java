package org.zhijian.api.form;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.zhijian.api.Titled;

/**
 * One choice: the value kept in the form and the label that people see.
 *
 * @param value code or id
 * @param label Chinese label; personal data in it are masked
 */
public record Option(String value, String label) {
    public Option {
        Objects.requireNonNull(value);
        Objects.requireNonNull(label);
    }

    /** The constants of an enum, under their titles. */
    public static <E extends Enum<E> & Titled> List<Option> of(Class<E> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(constant -> new Option(constant.name(), constant.title()))
                .toList();
    }
}
