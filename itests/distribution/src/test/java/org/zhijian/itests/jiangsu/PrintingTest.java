package org.zhijian.itests.jiangsu;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.zhijian.itests.http.Answer;
import org.zhijian.itests.http.Api;
import org.zhijian.itests.server.Database;
import org.zhijian.itests.server.Server;

/** What is printed, and what somebody learns who verifies the paper. */
@Tag("derby")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PrintingTest {
    private static final String CERTIFICATES = "/api/v1/jurisdictions/jiangsu-testing/registers/certificates/";
    private static final Pattern CODE = Pattern.compile("[0-9A-Z]{4}(-[0-9A-Z]{4}){4}");

    private Server server;

    @BeforeAll
    void start() {
        server = Server.demo(Database.DERBY);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private static String textOf(Answer answer) {
        assertThat(answer.expect(200).contentType()).isEqualTo("application/pdf");
        try (PDDocument document = Loader.loadPDF(answer.bytes())) {
            return new PDFTextStripper().getText(document).replaceAll("\\s", "");
        } catch (IOException notPdf) {
            throw new AssertionError(notPdf);
        }
    }

    private static String codeIn(String text) {
        Matcher code = CODE.matcher(text);
        assertThat(code.find()).as("a verification code in " + text).isTrue();
        return code.group();
    }

    private JsonNode verify(String code) {
        return server.nobody().get("/api/v1/public/verify/" + code).ok();
    }

    private static List<String> items(JsonNode verified) {
        List<String> items = new ArrayList<>();
        verified.path("items")
                .forEach(item -> items.add(
                        item.path("label").asText() + " " + item.path("value").asText()));
        return items;
    }

    @Test
    void a_case_is_printed_with_its_answers_and_its_log_and_outdated_by_the_next_step() {
        Transfer transfer = Transfer.submitted(server, Member.J1, "韩示双", Member.J3, "MATERIAL");
        String address = "/api/v1/cases/" + transfer.caseId() + "/print";

        String text = textOf(transfer.applicant().get(address));
        assertThat(text)
                .contains("江苏省建设工程质量监督检测管理信息系统", "人员变更", "编号" + transfer.number())
                .contains("调入的检测机构名称苏州示例检测有限公司", "解除劳动关系证明.jpg", "序号操作时间操作人操作意见");
        JsonNode verified = verify(codeIn(text));
        assertThat(verified.path("state").asText()).isEqualTo("CURRENT");
        assertThat(items(verified)).contains("业务编号 " + transfer.number(), "申请人 南京示例检测中心有限公司", "当前状态 待接收");
        assertThat(transfer.view().path("verificationCode").asText())
                .isEqualTo(codeIn(text).replace("-", ""));

        transfer.receive();
        JsonNode outdated = verify(codeIn(text).toLowerCase(java.util.Locale.ROOT));
        assertThat(outdated.path("state").asText()).isEqualTo("CHANGED");
        assertThat(items(outdated)).contains("当前状态 待市审核");
        server.as("js-city-3211").get(address).expect(404);
        server.nobody().get(address).expect(401);
        transfer.applicant().withdraw(transfer.caseId()).expect(409);
    }

    @Test
    void a_certificate_is_printed_by_the_offices_alone_and_verified_by_everybody() {
        Api province = server.as(Transfer.PROVINCE);

        String text = textOf(province.get(CERTIFICATES + "JC-M-0012/print"));
        assertThat(text).contains("检测人员岗位合格证书", "编号JC-M-0012", "持证人杨样单", "江苏省建设工程质量监督总站");
        JsonNode verified = verify(codeIn(text));
        assertThat(verified.path("state").asText()).isEqualTo("CURRENT");
        assertThat(items(verified)).contains("持证人 杨*单", "聘用单位 无锡示例建材检测有限公司", "状态 正常");
        assertThat(verified.toString()).doesNotContain("杨样单");

        server.as(Member.J2.login()).get(CERTIFICATES + "JC-M-0012/print").expect(403);
        province.get(CERTIFICATES + "JC-M-9999/print").expect(404);
        province.get("/api/v1/jurisdictions/jiangsu-testing/registers/staff/x/print")
                .expect(404);
    }

    @Test
    void a_code_that_was_never_given_is_unknown() {
        Answer unknown = server.nobody().get("/api/v1/public/verify/0000-0000-0000-0000-0000");
        assertThat(unknown.expect(404).messages()).anyMatch(message -> message.contains("未查到该核验码对应的文件"));
    }
}
