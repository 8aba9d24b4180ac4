package org.zhijian.api.directory;

import java.util.Objects;

/**
 * An office that reviews (机构/科室).
 *
 * @param id id inside its jurisdiction, unique over the system, such as {@code xx-prov}; its demonstration account has the same name
 * @param name Chinese name
 * @param level how high it stands
 * @param regionCode the region it is responsible for
 * @param oversees true if it sees all cases and records of its jurisdiction, also those it has no step in
 */
public record Office(String id, String name, Level level, String regionCode, boolean oversees) {

    /** Level of an office. */
    public enum Level implements org.zhijian.api.Titled {
        NATIONAL("部"),
        PROVINCE("省"),
        CITY("市"),
        COUNTY("县/区"),
        SECTION("科室");

        private final String title;

        Level(String title) {
            this.title = title;
        }

        @Override
        public String title() {
            return title;
        }
    }

    public Office {
        Objects.requireNonNull(id);
        Objects.requireNonNull(name);
        Objects.requireNonNull(level);
        Objects.requireNonNull(regionCode);
    }

    /** An office that sees what comes to it. */
    public static Office office(String id, String name, Level level, String regionCode) {
        return new Office(id, name, level, regionCode, false);
    }

    /** The same office, seeing everything in its jurisdiction. */
    public Office overseeing() {
        return new Office(id, name, level, regionCode, true);
    }
}
