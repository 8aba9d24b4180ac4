package org.zhijian.api.check;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The rows of {@code regions.csv}, which are GB/T 2260 data: codes and names of the editions from December 2002 to June 2023, with the edition in
 * which a code appears first and last. The first edition's date is left out of {@code validFrom}, the last one's out of {@code validTo}.
 *
 * @param byCode every region, current or retired
 * @param provinces the current provinces
 * @param childrenByCode the current regions below a current one
 */
record RegionTable(Map<String, Region> byCode, List<Region> provinces, Map<String, List<Region>> childrenByCode) {
    private static final String RESOURCE = "regions.csv";

    /** Read at first use by the class loader, once. */
    private static final class Holder {
        private static final RegionTable TABLE = of(read());
    }

    static RegionTable instance() {
        return Holder.TABLE;
    }

    private static RegionTable of(List<Region> regions) {
        Map<String, Region> byCode =
                regions.stream().collect(Collectors.toUnmodifiableMap(Region::code, Function.identity()));
        Map<Boolean, List<Region>> current = regions.stream()
                .filter(Region::current)
                .collect(Collectors.partitioningBy(
                        region -> region.level() == RegionLevel.PROVINCE, Collectors.toUnmodifiableList()));
        Map<String, List<Region>> children = current.get(false).stream()
                .collect(
                        Collectors.groupingBy(region -> above(region.code(), byCode), Collectors.toUnmodifiableList()));
        return new RegionTable(byCode, current.get(true), Map.copyOf(children));
    }

    /** The city of a county, and the province where there is no such city or the code is a city itself. */
    private static String above(String code, Map<String, Region> byCode) {
        Region city = byCode.get(code.substring(0, 4) + "00");
        boolean county = city != null && city.current() && !city.code().equals(code);
        return county ? city.code() : code.substring(0, 2) + "0000";
    }

    private static List<Region> read() {
        InputStream stream = Objects.requireNonNull(RegionTable.class.getResourceAsStream(RESOURCE), RESOURCE);
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return reader.lines().skip(1).map(RegionTable::row).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE, e);
        }
    }

    private static Region row(String line) {
        String[] cells = line.split(",", -1);
        return new Region(cells[0], cells[1], month(cells[2]), month(cells[3]), text(cells[4]));
    }

    private static Optional<YearMonth> month(String cell) {
        return text(cell).map(YearMonth::parse);
    }

    private static Optional<String> text(String cell) {
        return Optional.of(cell).filter(value -> !value.isEmpty());
    }
}
