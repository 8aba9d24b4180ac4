package org.zhijian.api.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SmsTemplateTest {
    private static final SmsTemplate RETURNED = new SmsTemplate("XX_RETURNED", "通知", "您的业务{number}被退回：{opinion}");

    @Test
    void valuesStandAtTheirPlacesAsTheyAre() {
        assertThat(RETURNED.render(Map.of("number", "甲-1", "opinion", "见{number}，$1\\")))
                .isEqualTo("您的业务甲-1被退回：见{number}，$1\\");
        assertThat(RETURNED.names()).containsExactly("number", "opinion");
    }

    @Test
    void aMissingValueIsAFault() {
        assertThatThrownBy(() -> RETURNED.render(Map.of("number", "甲-1"))).hasMessageContaining("{opinion}");
    }

    @Test
    void carriersKnowTemplatesByCapitals() {
        assertThatThrownBy(() -> new SmsTemplate("returned", "通知", "")).isInstanceOf(IllegalArgumentException.class);
    }
}
