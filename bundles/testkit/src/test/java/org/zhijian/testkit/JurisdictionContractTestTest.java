package org.zhijian.testkit;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.zhijian.api.Demonstration;
import org.zhijian.api.Descriptor;
import org.zhijian.api.Jurisdiction;
import org.zhijian.api.OrganisationType;
import org.zhijian.api.chain.Actor;
import org.zhijian.api.chain.Chain;
import org.zhijian.api.chain.Step;
import org.zhijian.api.chain.Withdrawal;
import org.zhijian.api.directory.Employment;
import org.zhijian.api.directory.Office;
import org.zhijian.api.directory.Organisation;
import org.zhijian.api.directory.Person;
import org.zhijian.api.form.Condition;
import org.zhijian.api.form.Fields;
import org.zhijian.api.form.Slot;
import org.zhijian.api.procedure.Finding;
import org.zhijian.api.procedure.Procedure;
import org.zhijian.api.procedure.Starter;
import org.zhijian.api.register.Register;
import org.zhijian.testkit.Ledger.Entry;

/** The contract tells the author of a broken jurisdiction all that is wrong, each with its place. */
class JurisdictionContractTestTest {

    private static JurisdictionContractTest contract(Jurisdiction jurisdiction) {
        return new JurisdictionContractTest() {
            @Override
            protected Jurisdiction jurisdiction() {
                return jurisdiction;
            }
        };
    }

    private static Descriptor.Builder town() {
        return Descriptor.jurisdiction("town", "某镇")
                .numbered("TO")
                .offices(List.of(Office.office("to-hall", "镇政府", Office.Level.COUNTY, "000000")))
                .organisationTypes(new OrganisationType("SHOP", "商店"))
                .registers(Ledger.LEDGER);
    }

    private static Procedure.Builder permit() {
        return Procedure.procedure("permit", "许可")
                .startedBy(Starter.organisations("SHOP"))
                .form(Fields.text("name", "名称", 20).required());
    }

    private static Step hall() {
        return Step.step("hall", "审核", Actor.office("to-hall"));
    }

    private static void passes(JurisdictionContractTest contract) {
        assertThatCode(() -> {
                    contract.definitions();
                    contract.sameValue();
                    contract.offices();
                    contract.emptyForms();
                    contract.dayRules();
                    contract.cast();
                })
                .doesNotThrowAnyException();
    }

    @Test
    @DisplayName("a sound jurisdiction passes")
    void a_sound_jurisdiction_passes() {
        passes(contract(() -> town().procedures(permit().chain(hall()).build()).build()));
    }

    @Test
    @DisplayName("all problems of the definitions come at once")
    void all_problems_come_at_once() {
        Procedure broken = permit().form(Fields.flag("scanSealed", "Sealed").requiredWhen(Condition.flagged("nobody")))
                .attach(Slot.scan("scan", "扫描件").sealed("须加盖公章"))
                .chain(Chain.choice(Chain.when(Condition.is("name", "甲"), hall())))
                .withdrawal(Withdrawal.untilAccepted("已受理"))
                .build();

        assertThatThrownBy(contract(() -> town().procedures(broken).build())::definitions)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("字段标识“scanSealed”重复")
                .hasMessageContaining("名称“Sealed”不是中文")
                .hasMessageContaining("条件引用了不存在的字段“nobody”")
                .hasMessageContaining("有的情形不经过任何环节")
                .hasMessageContaining("撤回期限指向受理，但没有受理的环节");
    }

    @Test
    @DisplayName("a definition that changes from call to call is found")
    void a_changing_definition_is_found() {
        int[] calls = {0};
        Jurisdiction changing = () -> town().procedures(Procedure.procedure("permit", "许可" + calls[0]++)
                        .startedBy(Starter.people())
                        .chain(hall())
                        .build())
                .build();

        assertThatThrownBy(contract(changing)::sameValue).isInstanceOf(AssertionError.class);
    }

    @Test
    @DisplayName("offices of another's prefix, and steps that lead to unknown offices, are found")
    void stray_offices_are_found() {
        Descriptor stray = town().offices(List.of(Office.office("hall", "镇政府", Office.Level.COUNTY, "000000")))
                .procedures(permit().chain(Step.step("court", "审核", Actor.office("to-court")))
                        .build())
                .build();

        assertThatThrownBy(contract(() -> stray)::offices)
                .hasMessageContaining("机构标识“hall”不以“to-”开头")
                .hasMessageContaining("机构“to-court”未在辖区中声明");
    }

    @Test
    @DisplayName("a rule that needs a filled form is found, for newcomers too")
    void a_rule_that_needs_a_filled_form_is_found() {
        Procedure fragile = permit().guard(facts -> List.of(Finding.warning(
                        "TO-R01",
                        "name",
                        facts.form().decimal("name").orElseThrow().toString())))
                .chain(hall())
                .build();

        assertThatThrownBy(contract(() -> town().procedures(fragile).build())::emptyForms)
                .hasMessageContaining("事项 permit 的规则不能承受空白表单");
    }

    @Test
    @DisplayName("a day that comes again and again, and one whose effect fails, are found")
    void endless_days_are_found() {
        Register<Entry> endless = Ledger.LEDGER
                .onDay("remind", "提醒", entry -> Optional.of(LocalDate.EPOCH), (entry, facts, changes) -> {})
                .onDay("close", "结清", entry -> Optional.of(LocalDate.EPOCH), (entry, facts, changes) -> changes.of(
                                Ledger.LEDGER)
                        .save(new Entry(
                                entry.no(), facts.applicant().orElseThrow().id(), Ledger.CLOSED)));
        Demonstration cast = new Demonstration(
                List.of(),
                List.of(),
                List.of(),
                List.of(new Demonstration.Holding<>(endless, List.of(new Entry("1", "", Ledger.OPEN)))),
                List.of());
        Jurisdiction town = new Jurisdiction() {
            @Override
            public Descriptor descriptor() {
                return town().build();
            }

            @Override
            public Demonstration demonstration() {
                return cast;
            }
        };

        assertThatThrownBy(contract(town)::dayRules)
                .hasMessageContaining("日期规则 remind 记录 1：执行后当日仍然到期")
                .hasMessageContaining("日期规则 close 记录 1：执行失败");
    }

    @Test
    @DisplayName("a cast that contradicts itself or the registers is found")
    void a_broken_cast_is_found() {
        Demonstration cast = new Demonstration(
                List.of(new Organisation("o", "某店", "91320199PDY0001160", "", Set.of("BANK"), "000000", "", "", "123")),
                List.of(new Person("p", "某人", Person.IdType.ID, "320199198601010310", "")),
                List.of(Employment.since(LocalDate.of(2026, 1, 1), "p", "nowhere", "")),
                List.of(new Demonstration.Holding<>(
                        Ledger.LEDGER,
                        List.of(new Entry("1", "o", Ledger.CLOSED), new Entry("1", "stranger", Ledger.OPEN)))),
                List.of(Demonstration.Login.organisation("o", "o"), Demonstration.Login.person("o", "q")));
        Jurisdiction town = new Jurisdiction() {
            @Override
            public Descriptor descriptor() {
                return town().build();
            }

            @Override
            public Demonstration demonstration() {
                return cast;
            }
        };

        assertThatThrownBy(contract(town)::cast)
                .hasMessageContaining("单位类型“BANK”未声明")
                .hasMessageContaining("统一社会信用代码不正确")
                .hasMessageContaining("手机号码不正确")
                .hasMessageContaining("身份证号不正确")
                .hasMessageContaining("单位“nowhere”不在演示数据之中")
                .hasMessageContaining("不能以状态“已结”开始")
                .hasMessageContaining("店铺“stranger”不在演示数据之中")
                .hasMessageContaining("台账 ledger 记录 1：重复")
                .hasMessageContaining("账号 o：重复")
                .hasMessageContaining("人员“q”不在演示数据之中");
    }
}
