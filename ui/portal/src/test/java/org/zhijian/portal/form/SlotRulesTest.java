package org.zhijian.portal.form;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.zhijian.api.form.Slot;

class SlotRulesTest {
    @Test
    void the_rules_of_a_slot_are_said_before_anything_is_uploaded() {
        assertThat(SlotRules.of(Slot.scan("s", "证明").colour().sealed("须加盖公章")))
                .isEqualTo("jpg/png/pdf，图片不超过 5 MB，PDF 不超过 20 MB，1–3 个，彩色扫描件，须加盖公章");
        assertThat(SlotRules.of(Slot.pages("s", "合同")))
                .contains("1–60 个", "按页码顺序上传")
                .doesNotContain("PDF");
        assertThat(SlotRules.of(Slot.scan("s", "照片").hint("近期免冠照"))).startsWith("近期免冠照（jpg");
        assertThat(SlotRules.count(Slot.scan("s", "表").count(1, 1))).isEqualTo("1 个");
        assertThat(SlotRules.count(Slot.scan("s", "表").count(0, 3))).isEqualTo("最多 3 个");
    }
}
