package org.zhijian.jurisdiction.yunnan;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.zhijian.api.check.Region;
import org.zhijian.api.check.Regions;
import org.zhijian.api.directory.Office;

/**
 * The province's department, the user centre, and of each place its 主管部门 (authority) and 监督机构 (supervision body). Cities and their districts have a body of
 * their own; a county without one is looked after by its city's (YN-R13).
 */
final class Offices {
    static final String PROVINCE_CODE = "530000";
    static final String DEPARTMENT = "yn-dept";
    static final String ACCOUNTS = "yn-accounts";

    private static final String AUTHORITY = "yn-auth-";
    private static final String BODY = "yn-body-";
    private static final int LAST_DISTRICT = 20;

    private static final List<Office> ALL = Stream.of(
                    Stream.of(
                            Office.office(DEPARTMENT, "云南省住房和城乡建设厅工程质量安全监管处", Office.Level.PROVINCE, PROVINCE_CODE)
                                    .overseeing(),
                            Office.office(ACCOUNTS, "云南省建管平台用户中心", Office.Level.PROVINCE, PROVINCE_CODE)),
                    places().map(place -> office(AUTHORITY + place.code(), place, "住房和城乡建设局")),
                    places().filter(Offices::hasBody).map(place -> office(BODY + place.code(), place, "建设工程质量安全监督站")))
            .flatMap(offices -> offices)
            .toList();

    private Offices() {}

    static List<Office> all() {
        return ALL;
    }

    /** The cities of the province and their counties. */
    private static Stream<Region> places() {
        return Regions.children(PROVINCE_CODE).stream()
                .flatMap(city -> Stream.concat(Stream.of(city), Regions.children(city.code()).stream()));
    }

    private static boolean hasBody(Region place) {
        int county = Integer.parseInt(place.code().substring(4));
        return county <= LAST_DISTRICT;
    }

    private static Office office(String id, Region place, String what) {
        Office.Level level = place.code().endsWith("00") ? Office.Level.CITY : Office.Level.COUNTY;
        return Office.office(id, place.name() + what, level, place.code());
    }

    /** True if works may lie there: a city or county of the province. */
    static boolean isPlace(String regionCode) {
        return find(AUTHORITY + regionCode).isPresent();
    }

    /** The authority of a place, where the push names none. */
    static String authorityOf(String regionCode) {
        return AUTHORITY + regionCode;
    }

    /** The supervision body of a place, where the push names none: its own, else its city's. */
    static String bodyOf(String regionCode) {
        String own = BODY + regionCode;
        return find(own).isPresent() ? own : BODY + regionCode.substring(0, 4) + "00";
    }

    /** The authority that a push names by office id or by region; empty if there is none. */
    static Optional<String> authorityNamed(String code) {
        return named(AUTHORITY, code);
    }

    /** The supervision body that a push names by office id or by region; empty if there is none. */
    static Optional<String> bodyNamed(String code) {
        return named(BODY, code);
    }

    private static Optional<String> named(String prefix, String code) {
        return Stream.of(code, prefix + code)
                .filter(id -> id.startsWith(AUTHORITY) || id.startsWith(BODY))
                .filter(id -> find(id).isPresent())
                .findFirst();
    }

    private static Optional<Office> find(String id) {
        return ALL.stream().filter(office -> office.id().equals(id)).findFirst();
    }
}
