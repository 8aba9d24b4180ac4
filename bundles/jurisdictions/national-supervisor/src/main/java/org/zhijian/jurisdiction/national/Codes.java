package org.zhijian.jurisdiction.national;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Reads the constants that forms name by their codes. */
final class Codes {
    private Codes() {}

    /** The constant of this code, empty for anything else. */
    static <E extends Enum<E>> Optional<E> find(Class<E> type, String code) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(code))
                .findFirst();
    }

    /** The constants of these codes, in this order; what is none is left out. */
    static <E extends Enum<E>> List<E> all(Class<E> type, List<String> codes) {
        return codes.stream().flatMap(code -> find(type, code).stream()).toList();
    }
}
