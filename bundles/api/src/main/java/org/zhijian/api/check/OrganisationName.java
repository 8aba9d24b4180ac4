package org.zhijian.api.check;

import java.text.Normalizer;
import java.util.Locale;

/** Names of organisations as they are compared (CORE-ORG-3). Pure functions. */
public final class OrganisationName {
    private OrganisationName() {}

    /** The form in which two spellings of one name are equal: NFKC, so that full-width brackets count as half-width, without blanks. */
    public static String key(String name) {
        return Normalizer.normalize(Texts.orEmpty(name), Normalizer.Form.NFKC)
                .codePoints()
                .filter(point -> !Character.isWhitespace(point) && !Character.isSpaceChar(point))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .toUpperCase(Locale.ROOT);
    }
}
