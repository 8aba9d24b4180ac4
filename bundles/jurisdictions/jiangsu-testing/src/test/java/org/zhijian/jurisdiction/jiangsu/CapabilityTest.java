package org.zhijian.jurisdiction.jiangsu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.zhijian.api.Demonstration.idOf;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.zhijian.api.chain.Decision;
import org.zhijian.api.procedure.Procedure;
import org.zhijian.testkit.Rehearsal;
import org.zhijian.testkit.TestFacts;

/** 检测能力增项、扩项 (JS-P06, JS-R09). */
class CapabilityTest {
    private static final String REMOVE_FIRST = "若是资质“扩项”的，请将原有的提交“删除”，省质监总站审核同意后，再进行添加";

    private final Procedure addition = CapabilityAddition.procedure();
    private final Procedure removal = CapabilityRemoval.procedure();
    private final Jiangsu jiangsu = new Jiangsu();

    private TestFacts adding(String item, String parameter) {
        Map<String, Object> row =
                Map.of("division", "MATERIAL", "category", "钢筋混凝土用钢材", "item", item, "parameter", parameter);
        return jiangsu.world
                .facts()
                .applicant(idOf("J1"))
                .form("items", List.of(row))
                .submitting();
    }

    private TestFacts removing() {
        return jiangsu.world
                .facts()
                .applicant(idOf("J1"))
                .form("capability", "JN-D00001")
                .form("reason", "扩项")
                .submitting();
    }

    private CapabilityStatus status() {
        return jiangsu.world
                .register(Capability.CAPABILITIES)
                .find("JN-D00001")
                .orElseThrow()
                .status();
    }

    @Test
    @DisplayName("JS-R09: a new item is added directly")
    void a_new_item_is_added_directly() {
        TestFacts facts = adding("钢绞线", "力学性能");
        assertThat(Rehearsal.errors(addition, facts)).isEmpty();

        Rehearsal.submit(addition, facts, jiangsu.world.changes());

        assertThat(jiangsu.world.register(Capability.CAPABILITIES).saved())
                .extracting(Capability::item, Capability::organisation, Capability::status)
                .containsExactly(tuple("钢绞线", idOf("J1"), CapabilityStatus.VALID));
    }

    @Test
    @DisplayName("JS-R09: an item is enlarged by deletion, approval and a new entry, never in place")
    void an_item_is_enlarged_by_way_of_deletion() {
        TestFacts enlarged = adding("钢筋", "力学性能、弯曲性能");
        assertThat(Rehearsal.errors(addition, enlarged)).containsExactly(REMOVE_FIRST);

        TestFacts request = removing();
        assertThat(Rehearsal.errors(removal, request)).isEmpty();
        Rehearsal.submit(removal, request, jiangsu.world.changes());
        assertThat(status()).isEqualTo(CapabilityStatus.TO_BE_REMOVED);
        assertThat(Rehearsal.errors(addition, enlarged)).containsExactly("原检测能力删除审核中");
        assertThat(Rehearsal.errors(removal, removing())).containsExactly("原检测能力删除审核中");

        assertThat(Rehearsal.errors(removal, request.deciding("review", Decision.APPROVE)))
                .isEmpty();
        Rehearsal.finish(removal, "review", request, jiangsu.world.changes());
        assertThat(status()).isEqualTo(CapabilityStatus.REMOVED);
        assertThat(Rehearsal.errors(addition, enlarged)).isEmpty();
    }

    @Test
    @DisplayName("JS-R09: a deletion that is sent back leaves the old item valid")
    void a_deletion_sent_back_changes_nothing() {
        Rehearsal.submit(removal, removing(), jiangsu.world.changes());
        Rehearsal.end(removal, removing(), jiangsu.world.changes());

        assertThat(status()).isEqualTo(CapabilityStatus.VALID);
    }

    @Test
    @DisplayName("JS-P06: an organisation not on file has no capabilities, and none outside its divisions")
    void capabilities_follow_the_qualification() {
        assertThat(Rehearsal.errors(
                        addition, jiangsu.world.facts().applicant(idOf("J5")).offering()))
                .containsExactly("请先办理机构信息备案");
        assertThat(Rehearsal.errors(addition, adding("钢绞线", "力学性能").applicant(idOf("J4"))))
                .containsExactly("本机构无建材资质");
    }

    @Test
    @DisplayName("an item stands once in an application")
    void an_item_stands_once() {
        Map<String, Object> row = Map.of("division", "MATERIAL", "category", "钢材", "item", "钢绞线");

        assertThat(Rehearsal.errors(addition, adding("", "").form("items", List.of(row, row))))
                .containsExactly("检测项目“钢绞线”重复");
    }
}
