package org.zhijian.jurisdiction.yunnan;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.zhijian.api.Titled;

/** Other systems name a constant by its Chinese title or by its code, however it is cased: PROJECT_MANAGER, projectManager. */
final class Words {
    private Words() {}

    static <E extends Enum<E> & Titled> Optional<E> find(Class<E> type, String text) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.title().equals(text.strip())
                        || bare(constant.name()).equals(bare(text)))
                .findFirst();
    }

    private static String bare(String code) {
        return code.strip().replace("_", "").toUpperCase(Locale.ROOT);
    }
}
