package org.zhijian.api.notice;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How personal data look to those who may not see them in clear. */
class MaskTest {

    @ParameterizedTest(name = "{0} of {1} is {2}")
    @CsvSource({
        "NONE, 韩示双, 韩示双",
        "NAME, 张三, 张*",
        "NAME, 韩示双, 韩*双",
        "NAME, 欧阳示例, 欧**例",
        "NAME, 张, 张",
        "ID_NUMBER, 320199198601010318, 320199********0318",
        "ID_NUMBER, E12345678, *********",
        "MOBILE, 13900000001, 139****0001",
        "MOBILE, 10086, *****",
        "MOBILE, '', ''"
    })
    void what_is_hidden_stays_hidden(Mask mask, String value, String shown) {
        assertThat(mask.apply(value)).isEqualTo(shown);
    }
}
