package org.zhijian.core.internal.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhijian.api.chain.Step.allOf;
import static org.zhijian.api.chain.Step.step;
import static org.zhijian.api.form.Fields.choice;
import static org.zhijian.api.form.Fields.date;
import static org.zhijian.api.form.Fields.decimal;
import static org.zhijian.api.form.Fields.flag;
import static org.zhijian.api.form.Fields.month;
import static org.zhijian.api.form.Fields.organisation;
import static org.zhijian.api.form.Fields.region;
import static org.zhijian.api.form.Fields.table;
import static org.zhijian.api.form.Fields.text;
import static org.zhijian.api.form.Fields.tick;
import static org.zhijian.api.form.Fields.whole;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.zhijian.api.Descriptor;
import org.zhijian.api.Menu;
import org.zhijian.api.chain.Actor;
import org.zhijian.api.chain.Chain;
import org.zhijian.api.chain.Corrector;
import org.zhijian.api.form.Condition;
import org.zhijian.api.form.FormData;
import org.zhijian.api.form.Option;
import org.zhijian.api.form.Options;
import org.zhijian.api.form.Slot;
import org.zhijian.api.procedure.Procedure;
import org.zhijian.api.procedure.Starter;
import org.zhijian.api.register.Column;
import org.zhijian.api.register.Register;

/** Definitions as they are stored. */
class DefinitionCodecTest {
    private static Procedure everything(String title) {
        return Procedure.procedure("everything", title)
                .startedBy(Starter.organisations("OTHER", "FIRM"))
                .section(
                        "基本信息",
                        text("name", "名称", 50).required().hint("见证书"),
                        choice("kind", "种类", List.of(new Option("A", "甲"), new Option("B", "乙"))),
                        whole("count", "数量", 1, 9).visibleWhen(Condition.not(Condition.is("kind", "A"))),
                        decimal("area", "面积", 10, 2)
                                .requiredWhen(Condition.is("kind", "A").and(Condition.flagged("ok"))),
                        date("day", "日期"),
                        month("month", "月份"),
                        flag("ok", "是否"),
                        tick("promise", "承诺", "请先承诺"),
                        region("place", "地区", "32"),
                        organisation("firm", "单位", Options.organisations("FIRM")),
                        table("rows", "明细", 1, 5, text("item", "项目", 10)))
                .attach(Slot.pages("contract", "合同").colour().sealed("须加盖公章"))
                .chain(
                        step("answer", "答复", Actor.organisation("另一方", facts -> "x")),
                        Chain.choice(Chain.when(
                                Condition.is("kind", "A").or(Condition.is("kind", "B")),
                                allOf("both", "会审", Actor.office("xx-one"), Actor.office("xx-two"))
                                        .within(5)
                                        .mustTick("seen", "已核对", "请核对")
                                        .correctedBy(Corrector.step("answer", "答复材料", "退回（另一方）")))))
                .guide("向上级申诉", "单位已登记")
                .build();
    }

    @Test
    void what_is_read_back_is_written_the_same() {
        String json = DefinitionCodec.write(everything("全部"));

        Procedure back = DefinitionCodec.read(json);

        assertThat(DefinitionCodec.write(back)).isEqualTo(json);
        assertThat(back.form().field("area").orElseThrow().label()).isEqualTo("面积");
        assertThat(back.step("both").orElseThrow().actors().get(0).officeId()).isEqualTo("xx-one");
    }

    @Test
    void what_a_jurisdiction_shows_is_read_back_without_what_it_does() {
        Descriptor town = Descriptor.jurisdiction("town", "玩具市")
                .procedures(everything("全部"))
                .registers(Register.register("toys", "玩具台账", Toy.class)
                        .openToPublic()
                        .act("again", "再次备案", "everything", toy -> true, (toy, facts) -> FormData.EMPTY))
                .menu(Menu.group("玩具", Menu.records("台账", "toys"), Menu.matter("备案", "everything", "添加")))
                .build();

        String json = DefinitionCodec.write(town);
        Descriptor back = DefinitionCodec.readDescriptor(json);

        assertThat(DefinitionCodec.write(back)).isEqualTo(json);
        assertThat(back.menu()).isEqualTo(town.menu());
        Register<?> register = back.register("toys").orElseThrow();
        assertThat(register.columns())
                .isEqualTo(town.register("toys").orElseThrow().columns());
        assertThat(register.open()).isTrue();
        assertThat(register.acts()).isEmpty();
    }

    private record Toy(
            @Column(value = "编号", key = true, open = true) String no, @Column(value = "名称", open = true) String name) {}

    @Test
    void sets_are_written_in_one_order_whatever_the_run() {
        assertThat(DefinitionCodec.write(everything("全部")))
                .contains("\"formats\":[\"JPG\",\"PNG\"]")
                .contains("\"ids\":[\"FIRM\",\"OTHER\"]");
    }

    @Test
    void the_same_definition_has_the_same_hash_and_another_has_another() {
        String hash = DefinitionCodec.hash(DefinitionCodec.write(everything("全部")));

        assertThat(DefinitionCodec.hash(DefinitionCodec.write(everything("全部"))))
                .isEqualTo(hash);
        assertThat(DefinitionCodec.hash(DefinitionCodec.write(everything("改名"))))
                .isNotEqualTo(hash);
    }
}
