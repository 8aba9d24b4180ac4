package org.zhijian.jurisdiction.yunnan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhijian.api.Demonstration.idOf;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhijian.api.procedure.Finding;
import org.zhijian.testkit.MemoryChanges.Pushed;
import org.zhijian.testkit.TestMessage;

/** YN-I1, I2, I3, R13: what the approval system pushes, and what it is told. */
class PushTest {
    private final Yunnan yunnan = new Yunnan();

    private List<String> refusals(TestMessage message) {
        return message.pushInto(WorksPush.intake()).stream()
                .map(Finding::message)
                .toList();
    }

    @Test
    void works_come_with_their_firms_people_and_certificates() {
        Map<String, Object> stranger = Map.of(
                "role", "projectManager",
                "name", "示新来",
                "idNo", "530199198311150354",
                "orgUscc", Yunnan.uscc("Y2"),
                "certs", List.of(Map.of("kind", "B证", "no", "云建安B-9", "validTo", "2028-01-01")));

        yunnan.accept(yunnan.push("G-001", Yunnan.HZ1, Yunnan.HJ1, stranger));

        Works works = yunnan.works("G-001");
        assertThat(works.parties()).containsExactlyInAnyOrder(idOf("Y1"), idOf("Y2"), idOf("Y4"));
        assertThat(works.contracts()).containsExactlyInAnyOrder(Yunnan.HZ1, Yunnan.HJ1);
        assertThat(works.developer()).isEqualTo(idOf("Y1"));
        var person = yunnan.world
                .directory()
                .personByIdNumber(org.zhijian.api.directory.Person.IdType.ID, "530199198311150354")
                .orElseThrow();
        assertThat(yunnan.world.directory().employs(idOf("Y2"), person.id())).isTrue();
        assertThat(Certificate.heldBy(yunnan.world.registers(), person.id()))
                .extracting(Certificate::kind)
                .containsExactly(CertKind.SAFETY_B);
    }

    @Test
    void the_sender_is_told_which_positions_are_to_be_filled() {
        yunnan.serving("G-001", "p21", Post.PROJECT_MANAGER, Yunnan.HZ1);
        yunnan.serving("G-002", "p21", Post.PROJECT_MANAGER, Yunnan.HZ2);

        Pushed last = yunnan.world.changes().pushes().get(1);
        assertThat(last.channelId()).isEqualTo("works-results");
        assertThat(last.payload())
                .isEqualTo(new WorksAnswer(
                        "G-002",
                        1,
                        1,
                        true,
                        yunnan.works("G-002").worksNo(),
                        List.of(new WorksAnswer.Problem("people[0]", "YN-R03", "许滇经已被锁定，无法承接新的在建工程"))));
    }

    /** What breaks a rule goes to quarantine, and its sender is told why (YN-R13, YN-P08). */
    @ParameterizedTest(name = "{0} = {1}: {2}")
    @CsvSource({
        "authorityCode, 999999, 没有代码为“999999”的主管部门",
        "supervisionBodyCode, yn-body-530124, 没有代码为“yn-body-530124”的监督机构",
        "supervisionBodyCode, yn-dept, 没有代码为“yn-dept”的监督机构",
        "regionCode, 530000, 行政区划应为云南省的州市或者县区",
    })
    void unknown_offices_and_places_are_quarantined(String field, String value, String refusal) {
        assertThat(refusals(yunnan.push("G-001", "", "").with(field, value))).containsExactly(refusal);
        assertThat(Works.bySource(yunnan.world.registers(), "G-001")).isEmpty();
        assertThat(yunnan.world.changes().pushes())
                .extracting(pushed -> ((WorksAnswer) pushed.payload()).accepted())
                .containsExactly(false);
    }

    /** Offices that the push does not name are those of the place; a county without a body has its city's (YN-R13). */
    @ParameterizedTest(name = "{0}: {1}, {2}")
    @CsvSource({
        "530102, yn-auth-530102, yn-body-530102",
        "530124, yn-auth-530124, yn-body-530100",
        "530400, yn-auth-530400, yn-body-530400",
    })
    void offices_follow_the_place(String region, String authority, String body) {
        yunnan.accept(yunnan.push("G-001", "", "").with("regionCode", region));

        assertThat(yunnan.works("G-001").authority()).isEqualTo(authority);
        assertThat(yunnan.works("G-001").supervisionBody()).isEqualTo(body);
    }

    @Test
    void firms_and_people_are_who_they_are() {
        assertThat(refusals(yunnan.push("G-001", "", "")
                        .with("developer", List.of(Map.of("name", "另一公司", "uscc", Yunnan.uscc("Y1"))))))
                .containsExactly("单位名称“另一公司”与统一社会信用代码不一致");
        assertThat(refusals(yunnan.push(
                        "G-001",
                        "",
                        "",
                        Map.of(
                                "role", "项目经理",
                                "name", "别人",
                                "idNo", "530199197806010113",
                                "orgUscc", Yunnan.uscc("Y2")))))
                .containsExactly("姓名与证件号码不一致");
        assertThat(refusals(yunnan.push(
                        "G-001",
                        "",
                        "",
                        Map.of(
                                "role", "厨师",
                                "name", "示某",
                                "idNo", "530199197806010114",
                                "orgUscc", Yunnan.uscc("Y3")))))
                .containsExactly("没有岗位“厨师”", "身份证号校验码不正确", "示某的所在单位不是参建单位");
    }

    @Test
    void works_that_are_filed_complete_do_not_come_back() {
        yunnan.serving("G-001", "p21", Post.PROJECT_MANAGER, Yunnan.HZ1);
        yunnan.complete("G-001");

        assertThat(refusals(yunnan.push("G-001", Yunnan.HZ1, "").with("version", 2)))
                .containsExactly("该工程已竣工验收备案");
    }

    @Test
    void a_pushed_permit_stands_with_its_works() {
        yunnan.accept(yunnan.push("G-001", "", ""));
        TestMessage permit = TestMessage.of(
                yunnan.world, Map.of("permitNo", "530102202607010101", "sourceId", "G-001", "issuedOn", "2026-07-01"));

        assertThat(permit.pushInto(PermitPush.intake())).isEmpty();
        assertThat(yunnan.works("G-001").permitNo()).isEqualTo("530102202607010101");
        assertThat(permit.with("sourceId", "G-404").pushInto(PermitPush.intake()))
                .extracting(Finding::message)
                .containsExactly("没有工改系统编号为“G-404”的工程");
    }
}
