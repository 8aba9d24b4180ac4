package org.zhijian.api.check;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** 行政区划代码 by GB/T 2260: what is current, and what was, so that old records keep their names. Immutable, read at first use. */
public final class Regions {
    private static final Pattern SHAPE = Pattern.compile("[0-9]{6}");

    /** Rows of older editions that group counties and are no place: they are left out of full names. */
    private static final Set<String> GROUPINGS = Set.of("市辖区", "县", "市", "省直辖县级行政区划", "自治区直辖县级行政区划");

    private Regions() {}

    /** {@link Verdict#FORMAT}, {@link Verdict#REGION} if no current region bears the code, or {@link Verdict#OK}. */
    public static Verdict check(String code) {
        if (!SHAPE.matcher(Texts.orEmpty(code)).matches()) {
            return Verdict.FORMAT;
        }
        return isCurrent(code) ? Verdict.OK : Verdict.REGION;
    }

    /** The region with a code, current or retired; empty for {@code null} and anything else. */
    public static Optional<Region> find(String code) {
        return Optional.ofNullable(RegionTable.instance().byCode().get(Texts.orEmpty(code)));
    }

    /** The name of a region, current or retired, without those above. */
    public static Optional<String> nameOf(String code) {
        return find(code).map(Region::name);
    }

    /** The name with those above in front, such as 江苏省无锡市江阴市; of a retired region too. */
    public static Optional<String> fullName(String code) {
        return find(code).map(region -> Stream.of(code.substring(0, 2) + "0000", code.substring(0, 4) + "00", code)
                .distinct()
                .flatMap(above -> find(above).stream())
                .map(Region::name)
                .filter(name -> name.equals(region.name()) || !GROUPINGS.contains(name))
                .collect(Collectors.joining()));
    }

    /** Whether a new record may use the code. */
    public static boolean isCurrent(String code) {
        return find(code).filter(Region::current).isPresent();
    }

    /** The level of a current region, {@link RegionLevel#UNKNOWN} for everything else, retired codes included. */
    public static RegionLevel level(String code) {
        return find(code).filter(Region::current).map(Region::level).orElse(RegionLevel.UNKNOWN);
    }

    /** All current regions in the order of their codes. */
    public static Stream<Region> current() {
        return RegionTable.instance().byCode().values().stream()
                .filter(Region::current)
                .sorted(Comparator.comparing(Region::code));
    }

    /** The current provinces in the order of their codes. */
    public static List<Region> provinces() {
        return RegionTable.instance().provinces();
    }

    /**
     * The current regions directly below one, in the order of their codes; none for a county or an unknown code. Counties without a city above them,
     * as in Beijing, are below the province.
     */
    public static List<Region> children(String code) {
        return RegionTable.instance().childrenByCode().getOrDefault(Texts.orEmpty(code), List.of());
    }
}
