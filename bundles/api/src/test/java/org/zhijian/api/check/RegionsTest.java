package org.zhijian.api.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegionsTest {
    @ParameterizedTest
    @CsvSource({
        "320000,江苏省",
        "320200,江苏省无锡市",
        "320281,江苏省无锡市江阴市",
        "320282,江苏省无锡市宜兴市",
        "320205,江苏省无锡市锡山区",
        "320206,江苏省无锡市惠山区",
        "320211,江苏省无锡市滨湖区",
        "320213,江苏省无锡市梁溪区",
        "320214,江苏省无锡市新吴区",
        "530000,云南省",
        "530100,云南省昆明市",
        "530102,云南省昆明市五华区",
        "530400,云南省玉溪市",
        "110000,北京市",
        "110101,北京市东城区",
        "429004,湖北省仙桃市",
        "500229,重庆市城口县",
        "441900,广东省东莞市",
        "810000,香港特别行政区"
    })
    void aCurrentRegionHasItsFullName(String code, String fullName) {
        assertThat(Regions.check(code)).isEqualTo(Verdict.OK);
        assertThat(Regions.fullName(code)).contains(fullName);
        assertThat(Regions.nameOf(code))
                .hasValueSatisfying(name -> assertThat(fullName).endsWith(name));
    }

    @ParameterizedTest
    @CsvSource({"320202,崇安区", "320203,南长区", "320204,北塘区"})
    void aRetiredDistrictOfWuxiKeepsItsNameAndPointsToLiangxi(String code, String name) {
        assertThat(Regions.isCurrent(code)).isFalse();
        assertThat(Regions.check(code)).isEqualTo(Verdict.REGION);
        assertThat(Regions.level(code)).isEqualTo(RegionLevel.UNKNOWN);
        assertThat(Regions.fullName(code)).contains("江苏省无锡市" + name);
        assertThat(Regions.find(code)).hasValueSatisfying(region -> {
            assertThat(region.level()).isEqualTo(RegionLevel.COUNTY);
            assertThat(region.validTo()).isPresent();
            assertThat(region.successor()).contains("320213");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"320299", "320199", "320599", "320499", "110199", "530199", "530499"})
    void aCodeThatWasNeverGivenIsUnknown(String code) {
        assertThat(Regions.find(code)).isEmpty();
        assertThat(Regions.nameOf(code)).isEmpty();
        assertThat(Regions.fullName(code)).isEmpty();
    }

    @Test
    void nullIsUnknown() {
        assertThat(Regions.find(null)).isEmpty();
        assertThat(Regions.check(null)).isEqualTo(Verdict.FORMAT);
        assertThat(Regions.level(null)).isEqualTo(RegionLevel.UNKNOWN);
        assertThat(Regions.children(null)).isEmpty();
    }

    @Test
    void jiangsuHasThirteenCities() {
        assertThat(Regions.children("320000"))
                .hasSize(13)
                .isSortedAccordingTo((a, b) -> a.code().compareTo(b.code()))
                .allMatch(region -> region.level() == RegionLevel.CITY);
    }

    @Test
    void wuxiHasTheDistrictsOfToday() {
        assertThat(codes(Regions.children("320200")))
                .containsExactly("320205", "320206", "320211", "320213", "320214", "320281", "320282");
        assertThat(Regions.children("320281")).isEmpty();
    }

    @Test
    void countiesWithoutACityAreBelowTheProvince() {
        assertThat(codes(Regions.children("110000")))
                .contains("110101", "110119")
                .hasSize(16);
        assertThat(codes(Regions.children("420000"))).contains("420100", "429004");
    }

    @Test
    void thereAreThirtyFourProvinces() {
        assertThat(Regions.provinces()).hasSize(34).allMatch(Region::current);
    }

    @Test
    void everyCurrentRegionIsReachedFromTheProvinces() {
        long reached = Regions.provinces().stream()
                .mapToLong(province -> 1
                        + Regions.children(province.code()).stream()
                                .mapToLong(below ->
                                        1 + Regions.children(below.code()).size())
                                .sum())
                .sum();
        long current = RegionTable.instance().byCode().values().stream()
                .filter(Region::current)
                .count();
        assertThat(reached).isEqualTo(current).isGreaterThan(3000);
    }

    @Test
    void everySuccessorIsCurrent() {
        assertThat(RegionTable.instance().byCode().values()).allSatisfy(region -> {
            assertThat(region.code()).matches("[0-9]{6}");
            assertThat(region.name()).isNotBlank();
            region.successor()
                    .ifPresent(code -> assertThat(Regions.isCurrent(code)).isTrue());
        });
    }

    @Test
    void aGroupingRowOfOlderEditionsIsNamedButStandsInNoOtherName() {
        assertThat(Regions.fullName("110100")).contains("北京市市辖区");
        assertThat(Regions.isCurrent("110100")).isFalse();
    }

    private static List<String> codes(List<Region> regions) {
        return regions.stream().map(Region::code).toList();
    }
}
