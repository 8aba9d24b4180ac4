package org.zhijian.api.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** The rows of {@code vectors.csv}, each computed beforehand by an independent validator. */
class VectorsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    @ParameterizedTest(name = "{0} {1}: {2} {3}")
    @CsvFileSource(resources = "vectors.csv", numLinesToSkip = 1)
    void everyNumberIsJudgedAsExpected(String number, String input, String expected, String why) {
        assertThat(verdict(number, input)).as(why).isEqualTo(expected);
    }

    private static String verdict(String number, String input) {
        return switch (number) {
            case "uscc" -> Uscc.check(input).name();
            case "orgcode" -> OrgCode.check(input).name();
            case "idcard" -> IdNumber.check(input, TODAY).name();
            case "mobile" -> Mobile.check(input).name();
            case "region" -> region(input);
            case "projectcode" -> ProjectCode.check(input).name();
            case "investcode" -> InvestmentCode.check(input).name();
            case "licenceno" -> LicenceNumber.check(input).name();
            case "contractno" -> ContractNumber.check(input).name();
            case "pagenames" -> PageNames.check(split(input)).verdict().name();
            default -> throw new IllegalArgumentException(number);
        };
    }

    private static String region(String code) {
        return Regions.check(code) == Verdict.FORMAT
                ? Verdict.FORMAT.name()
                : Regions.level(code).name();
    }

    private static List<String> split(String names) {
        return names.isEmpty() ? List.of() : List.of(names.split(","));
    }
}
