package org.zhijian.jurisdiction.jiangsu;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.zhijian.api.Titled;

/** The two divisions of qualifications and of certificates; the manual doubles its menus by them. */
enum Division implements Titled {
    MATERIAL("建材"),
    FOUNDATION("地基");

    private final String title;

    Division(String title) {
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }

    /** The division with this code, empty for anything else. */
    static Optional<Division> of(String code) {
        return Arrays.stream(values())
                .filter(division -> division.name().equals(code))
                .findFirst();
    }

    /** The divisions with these codes, in this order. */
    static List<Division> allOf(List<String> codes) {
        return codes.stream().flatMap(code -> of(code).stream()).toList();
    }
}
