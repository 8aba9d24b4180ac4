package org.zhijian.itests.attachments;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.zhijian.itests.attachments.Attacks.Attack;
import org.zhijian.itests.http.Answer;
import org.zhijian.itests.http.Api;
import org.zhijian.itests.http.Scan;
import org.zhijian.itests.server.Database;
import org.zhijian.itests.server.Server;

/** Attachments over REST: what is taken, what is refused and in which words, and what those who may not see them get. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UploadsTest {
    private static final String SLOT = "qualificationCopy";

    private Server server;
    private String draft;

    @BeforeAll
    void start() {
        server = Server.demo(Database.DERBY);
        draft = newDraft();
    }

    @AfterAll
    void stop() {
        if (server != null) {
            server.close();
        }
    }

    private Api applicant() {
        return server.as("j1");
    }

    private String newDraft() {
        return applicant()
                .start("organisation-filing", Map.of())
                .expect(201)
                .json()
                .path("id")
                .asText();
    }

    private JsonNode attach(String caseId, Scan scan) {
        return applicant().attach(caseId, SLOT, scan).expect(201).json();
    }

    private static String files(String caseId) {
        return "/api/v1/cases/" + caseId + "/attachments";
    }

    private List<String> attached(String caseId) {
        List<String> names = new ArrayList<>();
        applicant()
                .view(caseId)
                .path("attachments")
                .forEach(file -> names.add(file.path("fileName").asText()));
        return names;
    }

    private List<Path> contents() throws IOException {
        try (Stream<Path> found = Files.walk(server.setup().data().resolve("files"))) {
            return found.filter(Files::isRegularFile).toList();
        }
    }

    static List<Attack> attacks() {
        return Attacks.refused();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("attacks")
    void an_attack_is_refused_in_a_sentence_and_nothing_of_it_stays(Attack attack) throws IOException {
        List<Path> before = contents();
        Instant begun = Instant.now();

        Answer answer = applicant().upload(files(draft), SLOT, attack.file());

        assertThat(answer.status()).as(answer.text()).isIn(400, 413, 422);
        assertThat(answer.isProblem()).isTrue();
        assertThat(answer.json().path("detail").asText()).matches(".*\\p{IsHan}.*");
        assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(20));
        assertThat(attached(draft)).isEmpty();
        assertThat(contents()).isEqualTo(before);
    }

    @Test
    void there_are_enough_attacks() {
        assertThat(Attacks.refused()).hasSizeGreaterThanOrEqualTo(60);
    }

    @Test
    void a_path_is_nothing_but_the_name_at_its_end() {
        String caseId = newDraft();

        attach(caseId, renamed(Papers.sealed("", 1), "../../../../etc/cron.d/第一页.jpg"));
        attach(caseId, renamed(Papers.sealed("", 2), "C:\\Users\\clerk\\第二页.jpg"));

        assertThat(attached(caseId)).containsExactly("第一页.jpg", "第二页.jpg");
    }

    private static Scan renamed(Scan scan, String name) {
        return new Scan(name.replace("\\", "\\\\"), scan.mediaType(), scan.content());
    }

    /** What a client says about a file is not believed. */
    @Test
    void a_file_is_served_as_what_it_is_and_never_to_be_run() {
        String caseId = newDraft();
        Scan page = Papers.sealed("副本.jpg", 3);
        Scan lying = new Scan(page.name(), "text/html", Attacks.commented(page.content(), "onload=alert(1)"));
        int n = attach(caseId, lying).path("n").asInt();

        Answer answer = applicant().get(files(caseId) + "/" + n);

        assertThat(answer.bytes()).isEqualTo(lying.content());
        assertThat(answer.contentType()).isEqualTo("image/jpeg");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Content-Disposition")).startsWith("attachment;");
        assertThat(answer.header("Content-Security-Policy")).isEqualTo("default-src 'none'; sandbox");
        assertThat(answer.header("Cache-Control")).contains("no-store");
    }

    static Stream<Scan> scans() {
        return Stream.of(Papers.sealed("彩色.jpg", 10), Papers.blurred("模糊.jpg"), Papers.pdf("副本.pdf", 3));
    }

    @ParameterizedTest
    @CsvSource({"0, COLOUR, CLEAR", "1, COLOUR, BLURRED", "2, UNKNOWN, UNKNOWN"})
    void a_scan_is_taken_with_what_was_seen_of_it(int which, String colour, String legibility) {
        JsonNode file = attach(newDraft(), scans().toList().get(which));

        assertThat(file.path("colour").asText()).isEqualTo(colour);
        assertThat(file.path("legibility").asText()).isEqualTo(legibility);
    }

    @Test
    void a_grey_scan_is_not_taken_where_colour_is_asked_for() {
        for (Scan scan : List.of(Papers.grey("灰度.jpg", 11), Papers.blank("空白.jpg"))) {
            Answer answer = applicant().attach(newDraft(), SLOT, scan);
            assertThat(answer.status()).as(answer.text()).isEqualTo(422);
            assertThat(answer.messages()).containsExactly("应为彩色扫描件，该图片为黑白或灰度，请重新扫描后上传");
        }
    }

    /** ATT-05. */
    @Test
    void the_same_file_is_not_taken_twice() {
        String caseId = newDraft();
        attach(caseId, Papers.sealed("一.jpg", 12));

        Answer again = applicant().attach(caseId, SLOT, Papers.sealed("二.jpg", 12));

        assertThat(again.messages()).containsExactly("该附件已上传过");
        assertThat(attached(caseId)).containsExactly("一.jpg");
    }

    /** ATT-02. */
    @Test
    void a_file_larger_than_its_slot_takes_is_refused_with_the_limit() {
        byte[] large = java.util.Arrays.copyOf(Papers.sealed("", 13).content(), (5 << 20) + 1);

        Answer answer = applicant().attach(newDraft(), SLOT, new Scan("大.jpg", "image/jpeg", large));

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.json().path("detail").asText()).isEqualTo("附件大小不能超过5MB");
    }

    @Test
    void files_are_put_in_another_order() {
        String caseId = newDraft();
        List<Integer> numbers = new ArrayList<>();
        for (int i = 1; i <= 3; i++) {
            numbers.add(
                    attach(caseId, Papers.sealed(i + ".jpg", 20 + i)).path("n").asInt());
        }
        Map<String, Object> order =
                Map.of("slot", SLOT, "order", List.of(numbers.get(2), numbers.get(0), numbers.get(1)));

        applicant().put(files(caseId) + "/order", order).expect(204);

        assertThat(attached(caseId)).containsExactly("3.jpg", "1.jpg", "2.jpg");
        Answer wrong = applicant().put(files(caseId) + "/order", Map.of("slot", SLOT, "order", List.of(1, 1, 2)));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.messages()).containsExactly("顺序应列出该材料当前的每个附件各一次");
        assertThat(server.as("j3").put(files(caseId) + "/order", order).status())
                .isEqualTo(404);
    }

    /** ATT-07. */
    @Test
    void who_has_no_part_in_a_case_does_not_learn_of_its_files() {
        String caseId = newDraft();
        int n = attach(caseId, Papers.sealed("副本.jpg", 30)).path("n").asInt();
        String file = files(caseId) + "/" + n;

        for (String stranger : List.of("j2", "js-city-3201", "js-prov", "admin")) {
            Answer answer = stranger.equals("admin")
                    ? server.nobody().get(file)
                    : server.as(stranger).get(file);
            assertThat(answer.status()).as(stranger).isIn(401, 404);
            assertThat(answer.bytes()).as(stranger).doesNotContain(0xFF, 0xD8);
        }
        assertThat(applicant().get(file).status()).isEqualTo(200);
        assertThat(applicant().get(files(caseId) + "/99").status()).isEqualTo(404);
    }

    @Test
    void a_form_of_ten_thousand_parts_is_refused() {
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < 10_000; i++) {
            body.append("--x\r\nContent-Disposition: form-data; name=\"slot\"\r\n\r\n")
                    .append(i)
                    .append("\r\n");
        }
        body.append("--x--\r\n");

        Answer answer = applicant().send("POST", files(draft), "multipart/form-data; boundary=x", body.toString());

        assertThat(answer.status()).as(answer.text()).isIn(400, 413);
    }

    /** A browser that is closed in the middle of an upload. */
    @Test
    void half_an_upload_leaves_nothing() throws IOException {
        String caseId = newDraft();
        List<Path> before = contents();
        String address = server.address().substring("http://".length());
        String[] host = address.split(":");
        try (Socket socket = new Socket(host[0], Integer.parseInt(host[1]))) {
            socket.getOutputStream()
                    .write(("POST " + files(caseId) + " HTTP/1.1\r\nHost: " + address + "\r\n"
                                    + "Content-Type: multipart/form-data; boundary=x\r\nContent-Length: 1000000\r\n\r\n"
                                    + "--x\r\nContent-Disposition: form-data; name=\"slot\"\r\n\r\n" + SLOT
                                    + "\r\n--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"1.jpg\"\r\n\r\n")
                            .getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().write(Papers.sealed("", 40).content(), 0, 2000);
        }

        assertThat(attached(caseId)).isEmpty();
        assertThat(contents()).isEqualTo(before);
    }
}
