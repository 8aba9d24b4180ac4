package org.zhijian.api.notice;

/** How personal data look to those who may not see them in clear. Pure functions. */
public enum Mask {
    /** Nothing to hide. */
    NONE {
        @Override
        public String apply(String value) {
            return value;
        }
    },
    /** A name keeps its first character, and its last one where it has three or more: 张*, 韩*双. */
    NAME {
        @Override
        public String apply(String value) {
            int length = value.length();
            if (length < 2) {
                return value;
            }
            String last = length > 2 ? value.substring(length - 1) : "";
            return value.charAt(0) + "*".repeat(length - 1 - last.length()) + last;
        }
    },
    /** An identity number keeps six digits in front and four behind. */
    ID_NUMBER {
        @Override
        public String apply(String value) {
            return keep(value, 6, 4);
        }
    },
    /** A mobile number: 139****0001. */
    MOBILE {
        @Override
        public String apply(String value) {
            return keep(value, 3, 4);
        }
    };

    /** The value as it may be shown; blank stays blank. */
    public abstract String apply(String value);

    private static String keep(String value, int front, int back) {
        int hidden = value.length() - front - back;
        return hidden <= 0
                ? "*".repeat(value.length())
                : value.substring(0, front) + "*".repeat(hidden) + value.substring(value.length() - back);
    }
}
