package org.zhijian.itests.yunnan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.zhijian.itests.http.Answer;
import org.zhijian.itests.http.Api;
import org.zhijian.itests.http.Scan;
import org.zhijian.itests.server.Server;

/** The province of Yunnan as other systems, firms and offices see it over REST. */
public final class Province {
    public static final String ID = "yunnan-quality-safety";
    public static final String AUTHORITY = "yn-auth-530102";
    public static final String BODY = "yn-body-530102";

    private static final String J = "/api/v1/jurisdictions/" + ID;

    private final Server server;
    private final Map<String, Api> signedIn = new ConcurrentHashMap<>();

    public Province(Server server) {
        this.server = server;
    }

    public Api as(String loginName) {
        return signedIn.computeIfAbsent(
                loginName, name -> server.nobody().in(ID).signIn(ID, name, Api.PASSWORD));
    }

    Api agency() {
        return signedIn.computeIfAbsent("agency", name -> server.nobody().in(ID).asAgency());
    }

    /** Tokens of before are worth nothing after a restart on other data. */
    void forgetTokens() {
        signedIn.clear();
    }

    // ---- the approval system --------------------------------------------------------------------------------------

    /** Somebody of the cast, as the approval system names them. */
    public static Map<String, Object> person(String role, String name, String idNo, String orgUscc) {
        return Map.of("role", role, "name", name, "idNo", idNo, "orgUscc", orgUscc);
    }

    public static Map<String, Object> p21() {
        return person("项目经理", "许滇经", "530199197806010113", Y2);
    }

    static Map<String, Object> p22() {
        return person("项目经理", "何滇经", "530199197906020132", Y2);
    }

    public static Map<String, Object> p23() {
        return person("安全员", "吕滇安", "530199198606030229", Y2);
    }

    public static Map<String, Object> p25() {
        return person("项目总监", "张滇监", "530199197506050156", Y4);
    }

    public static final String Y1 = "91530199PDY000212G";
    public static final String Y2 = "91530199PDY000220B";
    public static final String Y4 = "91530199PDY0002473";

    /** Works of Y1 in 五华区, built by Y2 and supervised by Y4. */
    @SafeVarargs
    public static Map<String, Object> works(
            String sourceId, String building, String supervising, Map<String, Object>... people) {
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("sourceId", sourceId);
        message.put("version", 1);
        message.put("projectCode", "5301022607010101");
        message.put("worksName", "昆明示例小区" + sourceId);
        message.put("regionCode", "530102");
        message.put("filedOn", "2026-07-01");
        message.put("developer", Map.of("name", "昆明示例置业有限公司", "uscc", Y1));
        message.put(
                "parties",
                List.of(
                        Map.of("role", "施工单位", "name", "昆明示例建设集团有限公司", "uscc", Y2, "contractRegNo", building),
                        Map.of("role", "监理单位", "name", "云南示例监理咨询有限公司", "uscc", Y4, "contractRegNo", supervising)));
        message.put("people", List.of(people));
        return message;
    }

    Answer push(Map<String, Object> message) {
        return agency().post(J + "/intake/works", message);
    }

    /** Pushes works, and waits until they are judged. @return the receipt */
    public JsonNode accepted(Map<String, Object> message) {
        JsonNode receipt =
                judged(push(message).expect(202).json().path("receiptId").asText());
        assertThat(receipt.path("state").asText()).as("%s", receipt).isEqualTo("DONE");
        return receipt;
    }

    JsonNode judged(String receiptId) {
        await("the judgement on " + receiptId)
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> !state(receiptId).equals("RECEIVED"));
        return agency().get("/api/v1/receipts/" + receiptId).ok();
    }

    private String state(String receiptId) {
        return agency().get("/api/v1/receipts/" + receiptId).ok().path("state").asText();
    }

    // ---- registers ------------------------------------------------------------------------------------------------

    public JsonNode works(String sourceId) {
        List<JsonNode> found = as("yn-dept").records("works", "sourceId=" + sourceId);
        assertThat(found).as("works %s", sourceId).hasSize(1);
        return found.get(0);
    }

    static String value(JsonNode item, String column) {
        return item.path(column).asText();
    }

    /** 在岗 or 待更换 by person, for works. */
    List<JsonNode> engagements(String idNo, String status) {
        return as("yn-dept").records("engagements", "person=" + idNo + "&status=" + status);
    }

    /** The open locks of a person, as a tendering platform asks for them (YN-I4). */
    List<JsonNode> locks(String idNo, String post) {
        return agency().records("person-locks", "person=" + idNo + "&role=" + post + "&status=LOCKED");
    }

    // ---- matters --------------------------------------------------------------------------------------------------

    /** A draft of a firm's. @return its id */
    public String draft(String login, String procedure, Map<String, ?> form) {
        return as(login).start(procedure, form).expect(201).json().path("id").asText();
    }

    public void attach(String login, String caseId, String... slots) {
        for (String slot : slots) {
            as(login).attach(caseId, slot, Scan.named(slot + ".jpg")).expect(201);
        }
    }

    Answer decide(String office, String caseId, String decision, String opinion) {
        Api api = as(office);
        return api.decide(api.taskOf(caseId), decision, opinion, Map.of());
    }

    /** A substitution of people of Y2 that has been submitted. @return its id */
    String substitution(String kind, String before, String after) {
        String id = draft(
                "y2",
                "personnel-substitution",
                Map.of(
                        "changeKind",
                        kind,
                        "beforePersonId",
                        personId(before),
                        "afterPersonId",
                        personId(after),
                        "reason",
                        "原人员调离",
                        "changeDate",
                        "2026-11-23"));
        attach("y2", id, "consent", "certificate");
        return id;
    }

    public String personId(String key) {
        return java.util
                .UUID
                .nameUUIDFromBytes(("zhijian-cast:" + key).getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .toString();
    }

    /** What parties read in the log. */
    static List<String> log(JsonNode view) {
        List<String> acts = new ArrayList<>();
        view.path("log").forEach(entry -> acts.add(entry.path("action").asText()));
        return acts;
    }
}
