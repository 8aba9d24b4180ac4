package org.zhijian.core.internal.notices;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersonalNumbersTest {
    @ParameterizedTest
    @CsvSource({
        "'张*（身份证号 320299199003070036）变更注册', '张*（身份证号 320299********0036）变更注册'",
        "'32029919900307001x', '320299********001x'",
        "'请致电13900000001。', '请致电139****0001。'",
        "'咨询电话 0510-85001234', '咨询电话 0510-85001234'",
        "'证书号 SJC-13900000001', '证书号 SJC-139****0001'",
        "'统一社会信用代码 91320200PDY00095X6', '统一社会信用代码 91320200PDY00095X6'",
        "'统一社会信用代码 911202009999999991', '统一社会信用代码 911202009999999991'",
        "'合同 2026112013900000001', '合同 2026112013900000001'",
    })
    void numbersOfPeopleAreMaskedWhereverTheyStand(String written, String published) {
        assertThat(PersonalNumbers.masked(written)).isEqualTo(published);
    }
}
