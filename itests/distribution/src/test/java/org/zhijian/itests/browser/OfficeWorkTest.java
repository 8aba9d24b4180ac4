package org.zhijian.itests.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.zhijian.itests.http.Answer;
import org.zhijian.itests.http.Api;
import org.zhijian.itests.http.Tables;
import org.zhijian.itests.jiangsu.Member;
import org.zhijian.itests.jiangsu.Transfer;

/**
 * How the officers of one office share their work, over REST and by hand: claim, reassignment, delegation while away, another's opinion; and
 * what they have besides: the calendar, search, exports, whole numbers, their first page.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OfficeWorkTest extends Stage {
    private static final String V1 = "/api/v1";
    private static final String JIANGSU = V1 + "/jurisdictions/jiangsu-testing";
    private static final String CITY = "js-city-3201";
    private static final Map<String, Object> TICKS = Map.of("originalsSeen", true, "sealsSeen", true);

    private Transfer first;
    private Transfer second;

    @BeforeAll
    void start() {
        member("nj-wang", "王审");
        member("nj-li", "李核");
        first = Transfer.submitted(server, Member.J1, "韩示双", Member.J3, "MATERIAL")
                .receive();
        second = Transfer.submitted(server, Member.J1, "邹样基", Member.J4, "FOUNDATION")
                .receive();
    }

    /** Another officer of the city, whose password the demonstration knows. */
    private void member(String loginName, String name) {
        String initial = as("js-prov")
                .post(
                        JIANGSU + "/administration/accounts",
                        Map.of("loginName", loginName, "name", name, "offices", List.of(CITY)))
                .expect(201)
                .json()
                .path("initialPassword")
                .asText();
        server.nobody()
                .signIn(Api.JURISDICTION, loginName, initial)
                .post(V1 + "/me/password", Map.of("oldPassword", initial, "newPassword", Api.PASSWORD))
                .expect(204);
    }

    /** A client of an officer: officers have one session each, and one begun on a screen has ended the others. */
    private Api as(String loginName) {
        return server.nobody().signIn(loginName);
    }

    private Screen desk(String loginName) {
        return browsers.screen(server.address(), 1024, 768).signIn(loginName);
    }

    private static List<String> waiting(Api officer) {
        return officer.inbox().stream()
                .map(task -> task.path("caseId").asText())
                .toList();
    }

    private static List<String> log(JsonNode view, String field) {
        return StreamSupport.stream(view.path("log").spliterator(), false)
                .map(entry -> entry.path(field).asText())
                .toList();
    }

    @Test
    @Order(10)
    @DisplayName("what one officer has claimed is hidden from the others, who are told by whom")
    void a_claim_hides_a_task() {
        Api wang = as("nj-wang");
        Api li = as("nj-li");
        String task = wang.taskOf(first.caseId());
        assertThat(wang.put(V1 + "/tasks/" + task + "/claim", Map.of())
                        .ok()
                        .path("handling")
                        .path("mine")
                        .asBoolean())
                .isTrue();

        assertThat(waiting(li)).doesNotContain(first.caseId()).contains(second.caseId());
        Answer late = li.put(V1 + "/tasks/" + task + "/claim", Map.of());
        assertThat(late.expect(409).messages()).anyMatch(message -> message.contains("王审"));
        assertThat(li.decide(task, "APPROVE", "齐全", TICKS).status()).isEqualTo(409);

        try (Screen desk = desk("nj-wang")) {
            desk.openFromInbox(number(first))
                    .seesAt("handling", "已由您签收")
                    .photograph("claimed-1024x768")
                    .press("release");
            desk.sees("签收");
        }
        assertThat(waiting(li)).contains(first.caseId());
    }

    private String number(Transfer transfer) {
        return server.as("j1").view(transfer.caseId()).path("number").asText();
    }

    @Test
    @Order(20)
    @DisplayName("a task is given to a colleague, by hand, and the log says so with the reason")
    void a_task_is_given_to_a_colleague() {
        try (Screen desk = desk("nj-wang")) {
            desk.openFromInbox(number(first)).press("reassign");
            desk.choose("reassign-to", "李核")
                    .type("reassign-reason", "请李核办理")
                    .photograph("reassign-1024x768")
                    .press("reassign-confirm");
            desk.sees("已转交");
        }
        Api li = as("nj-li");
        assertThat(waiting(as("nj-wang"))).doesNotContain(first.caseId());
        assertThat(waiting(li)).contains(first.caseId());
        JsonNode seen = li.view(first.caseId());
        assertThat(log(seen, "action")).anyMatch(action -> action.startsWith("转交") && action.contains("李核"));
        assertThat(log(seen, "opinion")).contains("请李核办理");
    }

    @Test
    @Order(30)
    @DisplayName("whoever is away delegates by hand; what the deputy decides bears both names")
    void a_deputy_decides_in_both_names() {
        try (Screen desk = desk("nj-li")) {
            desk.press("menu-delegations").press("delegate-button").sees("请选择代办人员和起止日期");
            desk.choose("delegate", "王审").type("to", "2026-11-27").press("delegate-button");
            desk.seesAt("delegations", "王审").seesAt("delegations", "有效").photograph("delegations-1024x768");
            assertThat(desk.fitsInWidth()).isTrue();
        }
        try (Screen desk = desk("nj-wang")) {
            desk.openFromInbox(number(first)).seesAt("handling", "李核").seesAt("handling", "办理");
            desk.tick("field-originalsSeen")
                    .tick("field-sealsSeen")
                    .type("opinion", "材料齐全")
                    .photograph("deputy-1024x768")
                    .press("decision-APPROVE");
            desk.seesAt("case-number", number(second));
        }
        Api li = as("nj-li");
        JsonNode seen = li.view(first.caseId());
        assertThat(log(seen, "actor")).anyMatch(actor -> actor.contains("王审") && actor.contains("李核"));
        JsonNode delegation = li.get(V1 + "/delegations").items().get(0);
        li.delete(V1 + "/delegations/" + delegation.path("id").asText()).ok();
        assertThat(as("nj-wang")
                        .get(V1 + "/delegations")
                        .items()
                        .get(0)
                        .path("active")
                        .asBoolean())
                .isFalse();
    }

    @Test
    @Order(40)
    @DisplayName("a decision waits for the opinion that was asked for, which its giver gives by hand")
    void an_opinion_is_asked_for_and_given() {
        Api wang = as("nj-wang");
        String task = wang.taskOf(second.caseId());
        wang.post(
                        V1 + "/tasks/" + task + "/co-reviews",
                        Map.of("reviewer", "nj-li", "question", "桩基证书是否有效", "blocking", true))
                .expect(201);
        assertThat(wang.decide(task, "APPROVE", "齐全", TICKS).status()).isIn(409, 422);

        try (Screen desk = desk("nj-li")) {
            desk.press("awaited-" + number(second)).seesAt("co-reviews", "桩基证书是否有效");
            desk.type("co-review-opinion", "证书有效")
                    .photograph("co-review-1024x768")
                    .press("co-review-give");
            desk.seesAt("co-reviews", "证书有效");
        }
        wang.decide(task, "APPROVE", "齐全", TICKS).ok();
        JsonNode party = server.as("j1").view(second.caseId());
        assertThat(party.path("coReviews"))
                .as("parties see no opinions among officers")
                .isEmpty();
    }

    @Test
    @Order(50)
    @DisplayName("the province makes a day free by hand, and deadlines that begin then count without it")
    void the_calendar_is_edited() {
        as(CITY).put(JIANGSU + "/calendar/days/2026-11-25", Map.of("kind", "HOLIDAY", "title", "演练"))
                .expect(403);
        try (Screen desk = desk("js-prov")) {
            desk.press("menu-calendar")
                    .type("day", "2026-11-25")
                    .type("title", "")
                    .press("save-day");
            desk.sees("请填写事由");
            desk.type("title", "防汛停工").press("save-day").seesAt("calendar", "防汛停工");
            desk.seesAt("calendar", "本地安排").photograph("calendar-1024x768");
            assertThat(desk.fitsInWidth()).isTrue();
        }
        Transfer third = Transfer.submitted(server, Member.J2, "杨样单", Member.J6, "MATERIAL")
                .receive();
        assertThat(dueOn(third))
                .as("five working days after Monday, but for the Wednesday")
                .isEqualTo("2026-12-01");
        try (Screen desk = desk("js-prov").open("/calendar")) {
            desk.press("reset-2026-11-25").sees("已取消 2026-11-25 的本地安排");
        }
        assertThat(as("js-prov")
                        .get(JIANGSU + "/calendar/2026")
                        .ok()
                        .path("days")
                        .toString())
                .doesNotContain("防汛停工");
    }

    private String dueOn(Transfer transfer) {
        Api city = as(CITY);
        return city.get(V1 + "/tasks/" + city.taskOf(transfer.caseId()))
                .ok()
                .path("dueOn")
                .asText();
    }

    @Test
    @Order(60)
    @DisplayName("cases and records are found by any two characters, in the middle of a name or number too")
    void two_characters_find() {
        Api province = as("js-prov");
        String number = number(first);
        for (String text : List.of("示双", "州示", number.substring(number.length() - 5))) {
            assertThat(province.get(V1 + "/cases?limit=100&q=" + Api.encode(text))
                            .items())
                    .as(text)
                    .extracting(item -> item.path("id").asText())
                    .contains(first.caseId());
        }
        assertThat(province.get(V1 + "/cases?q=" + Api.encode("双示")).items()).isEmpty();
        assertThat(province.records("certificates", "q=" + Api.encode("M-0012")))
                .extracting(item -> item.path("certNo").asText())
                .containsExactly("JC-M-0012");
        assertThat(province.records("testing-organisations", "q=" + Api.encode("二检")))
                .hasSize(1);

        try (Screen desk = desk("js-prov")) {
            desk.press("menu-cases").type("filter-text", "样基").sees(number(second));
            desk.photograph("search-1024x768");
            assertThat(desk.fitsInWidth()).isTrue();
        }
    }

    @Test
    @Order(70)
    @DisplayName("cases, tasks and registers are exported for Excel and as CSV, with the rows that the lists show")
    void lists_are_exported() {
        Api province = as("js-prov");
        List<List<String>> cases = Tables.xlsx(
                province.get(V1 + "/cases/export?format=xlsx").expect(200).bytes());
        assertThat(cases.get(0)).contains("申请编号", "业务类型", "申请单位");
        assertThat(cases.subList(1, cases.size())).hasSize(3).anySatisfy(row -> assertThat(row)
                .contains(number(first), "人员变更", "南京示例检测中心有限公司"));

        List<List<String>> tasks = Tables.csv(as("js-city-3205")
                .get(V1 + "/tasks/export?format=csv")
                .expect(200)
                .bytes());
        assertThat(tasks.get(0)).contains("申请编号", "当前环节");
        assertThat(tasks.subList(1, tasks.size())).singleElement().satisfies(row -> assertThat(row)
                .contains(number(first), "市审核"));

        String certificates = JIANGSU + "/registers/certificates/export";
        List<List<String>> sheet = Tables.xlsx(province.get(certificates + "?format=xlsx&division=FOUNDATION")
                .expect(200)
                .bytes());
        assertThat(sheet.get(0)).contains("证书编号", "类别");
        assertThat(sheet.subList(1, sheet.size()))
                .hasSize(province.records("certificates", "division=FOUNDATION").size())
                .allSatisfy(row -> assertThat(row).contains("地基").doesNotContain("建材"))
                .anySatisfy(row -> assertThat(row).contains("JC-F-0011", "韩示双"));
        assertThat(Tables.csv(
                        province.get(certificates + "?format=csv").expect(200).bytes()))
                .hasSize(province.records("certificates", "").size() + 1);
        as(CITY).get(V1 + "/cases/export?format=exe").expect(400);
        server.nobody().get(certificates + "?format=csv").expect(401);
    }

    @Test
    @Order(80)
    @DisplayName("a whole number is shown on request, and the audit says who has seen it")
    void a_whole_number_is_shown_and_noted() {
        try (Screen desk = desk("nj-wang")) {
            desk.open("/registers/testing-staff").openRecord("韩示双").doesNotSee("320199198601010318");
            desk.press("reveal-record").sees("320199198601010318").photograph("revealed-1024x768");
        }
        Api operator = server.nobody().signIn("", "admin", Api.PASSWORD);
        assertThat(everything(operator))
                .anySatisfy(event -> assertThat(event).contains("查看完整个人信息").contains("王审"))
                .noneMatch(event -> event.contains("320199198601010318"));
        assertThat(operator.get(V1 + "/admin/audit/events?limit=100").items()).isNotEmpty();
        as("nj-wang").get(V1 + "/admin/audit/events").expect(403);
    }

    private static List<String> everything(Api operator) {
        return operator.get(V1 + "/admin/audit/export?format=jsonl")
                .expect(200)
                .text()
                .lines()
                .toList();
    }

    @Test
    @Order(90)
    @DisplayName("the operator verifies the audit, by hand and over REST, and it is intact")
    void the_audit_is_verified() {
        try (Screen desk =
                browsers.screen(server.address(), "operator", 1024, 768).open("")) {
            desk.type("loginName", "admin").type("password", Api.PASSWORD).press("sign-in-button");
            desk.press("seal-audit").seesAt("checkpoint", "检查点").press("verify-audit");
            desk.seesAt("verification", "完整").photograph("operator-1024x768");
            assertThat(desk.fitsInWidth()).isTrue();
        }
        Api operator = server.nobody().signIn("", "admin", Api.PASSWORD);
        JsonNode verification = operator.get(V1 + "/admin/audit/verification").ok();
        assertThat(verification.path("state").asText()).isEqualTo("INTACT");
        assertThat(verification.path("entries").asInt()).isPositive();
        assertThat(verification.path("findings")).isEmpty();
    }

    @Test
    @Order(95)
    @DisplayName(
            "the province edits a dictionary by hand, forms offer what it says, and what was chosen before keeps its name")
    void a_dictionary_is_edited() {
        String options = JIANGSU + "/procedures/staff-filing/options/titleLevel";
        assertThat(labels(server.as("j1").get(options))).containsExactly("初级", "中级", "副高级", "正高级");
        try (Screen desk = desk("js-prov")) {
            desk.press("menu-dictionaries")
                    .seesAt("dictionary-title-levels", "副高级")
                    .photograph("dictionaries-1024x768");
            desk.press("new-title-levels")
                    .type("entry-label", "助理级")
                    .press("entry-save")
                    .sees("编码应为1至40个字母");
            desk.type("entry-code", "ASSISTANT").type("entry-position", "5").press("entry-save");
            desk.seesAt("dictionary-title-levels", "助理级");
            desk.press("edit-title-levels-JUNIOR").untick("entry-in-use").photograph("dictionary-entry-1024x768");
            desk.press("entry-save").seesAt("dictionary-title-levels", "停用");
            assertThat(desk.fitsInWidth()).isTrue();
        }
        assertThat(labels(server.as("j1").get(options))).containsExactly("助理级", "中级", "副高级", "正高级");
        Answer refused =
                as("js-prov").put(JIANGSU + "/administration/dictionaries/title-levels/X", Map.of("label", "中级"));
        assertThat(refused.expect(422).messages()).contains("已有同名的启用项");
        server.as("j1").get(JIANGSU + "/administration/dictionaries").expect(403);
    }

    private static List<String> labels(Answer options) {
        return options.items().stream()
                .map(option -> option.path("label").asText())
                .toList();
    }

    @Test
    @Order(100)
    @DisplayName("an office's first page says what waits, by matter, and the numbers lead there")
    void the_first_page_of_an_office() {
        try (Screen desk = desk("js-city-3205")) {
            desk.press("menu-home").seesAt("home-matters", "人员变更").seesAt("home-matters", "1 件待办");
            desk.seesAt("home-news", "最新消息").photograph("office-home-1024x768");
            assertThat(desk.fitsInWidth()).isTrue();
            desk.press("waiting-personnel-transfer")
                    .isAt("/reviews/personnel-transfer")
                    .sees(number(first));
            desk.photograph("inbox-1024x768");
            desk.resize(1440, 900).open("/home").photograph("office-home-1440x900");
            desk.open("/inbox").sees(number(first)).photograph("inbox-1440x900");
        }
    }
}
