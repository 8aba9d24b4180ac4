package org.zhijian.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhijian.rest.RunningRest.Answer;

class AttachmentsTest {
    private static final String CASE = "/api/v1/cases/c-1/attachments";
    private static final String SLOT = "--x\r\nContent-Disposition: form-data; name=\"slot\"\r\n\r\ncontract\r\n";
    private static final String FILE = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"合同 1.pdf\"\r\n"
            + "Content-Type: application/pdf\r\n\r\n%PDF\r\n";

    @RegisterExtension
    static final RunningRest REST = new RunningRest();

    private static Answer upload(String path, byte[] body) {
        return REST.send(REST.signedIn(path)
                .header("Content-Type", "multipart/form-data; boundary=x")
                .POST(BodyPublishers.ofByteArray(body)));
    }

    private static Answer upload(String body) {
        return upload(CASE, body.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aFileArrivesInItsSlotUnderItsChineseName() {
        Answer answer = upload(SLOT + FILE + "--x--\r\n");

        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        assertThat(answer.header("Location")).isEqualTo(CASE + "/1");
        assertThat(answer.json().get("slot").textValue()).isEqualTo("contract");
        assertThat(answer.json().get("fileName").textValue()).isEqualTo("合同 1.pdf");
        assertThat(answer.json().get("size").longValue()).isEqualTo(4);
        assertThat((byte[]) REST.core.seen.get("content")).isEqualTo("%PDF".getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void theFileMayComeBeforeItsSlot() {
        assertThat(upload(FILE + SLOT + "--x--\r\n").status()).isEqualTo(201);
    }

    @Test
    void aNameInTheExtendedNotationIsUnderstood() {
        String file = FILE.replace("filename=\"合同 1.pdf\"", "filename*=UTF-8''%E5%90%88%E5%90%8C.pdf");
        assertThat(upload(SLOT + file + "--x--\r\n").json().get("fileName").textValue())
                .isEqualTo("合同.pdf");
    }

    @Test
    void aLargeFileComesThroughWhole() {
        byte[] head = (SLOT + FILE).replace("%PDF\r\n", "").getBytes(StandardCharsets.UTF_8);
        byte[] tail = "\r\n--x--\r\n".getBytes(StandardCharsets.UTF_8);
        int size = 20 << 20;
        byte[] body = new byte[head.length + size + tail.length];
        System.arraycopy(head, 0, body, 0, head.length);
        System.arraycopy(tail, 0, body, head.length + size, tail.length);

        Answer answer = upload("/api/v1/tasks/t-1/attachments", body);

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.json().get("size").longValue()).isEqualTo(size);
    }

    @Test
    void moreThanAHundredMegabytesAreRefusedBeforeTheyAreRead() throws IOException {
        String head = "POST " + CASE + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer good\r\n"
                + "Content-Type: multipart/form-data; boundary=x\r\nContent-Length: 104857601\r\n\r\n";
        assertThat(REST.rawStatusLine(head)).contains(" 413");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "--x--\r\n",
                "nothing of the kind",
                SLOT + "--x--\r\n",
                FILE + "--x--\r\n",
                SLOT + SLOT + FILE + "--x--\r\n",
                SLOT + FILE + FILE + "--x--\r\n",
                "--x\r\nContent-Disposition: form-data; name=\"slot\"\r\n\r\n\r\n" + FILE + "--x--\r\n",
                SLOT + "--x\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\nno name\r\n--x--\r\n",
                SLOT + "--x\r\nno header at all\r\n--x--\r\n",
                SLOT + "--x\r\nContent-Disposition: ;;;=\r\n\r\n\r\n--x--\r\n",
                SLOT
                        + "--x\r\nContent-Disposition: form-data; name=\"file\"; filename*=UTF-8''%zz\r\n\r\nx\r\n--x--\r\n",
                SLOT
                        + "--x\r\nContent-Type: nonsense\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\u0000b\"\r\n\r\nx\r\n--x--\r\n"
            })
    void aBrokenUploadIsMalformed(String body) {
        Answer answer = upload(body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"multipart/form-data", "multipart/form-data; boundary=", "multipart/form-data; boundary=\"x"})
    void anUploadWithAWrongBoundaryIsNoFaultOfOurs(String type) {
        Answer answer = REST.send(
                REST.signedIn(CASE).header("Content-Type", type).POST(BodyPublishers.ofString(SLOT + FILE + "--x--")));
        assertThat(answer.status()).as(answer.text()).isLessThan(500);
    }

    @Test
    void anUploadThatEndsTooEarlyIsNoFaultOfOurs() throws IOException {
        String head = "POST " + CASE + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer good\r\n"
                + "Content-Type: multipart/form-data; boundary=x\r\nContent-Length: 10000\r\n\r\n" + SLOT
                + "--x\r\nCont";
        assertThat(REST.rawStatusLine(head)).doesNotContain(" 5").doesNotContain(" 2");
    }

    @Test
    void aDownloadIsNothingThatABrowserWouldRun() {
        Answer answer = REST.get(CASE + "/1");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).isEqualTo(FakeCore.CONTENT);
        assertThat(answer.header("Content-Type")).isEqualTo("application/pdf");
        assertThat(answer.header("Content-Length"))
                .isEqualTo(String.valueOf(FakeCore.CONTENT.getBytes(StandardCharsets.UTF_8).length));
        assertThat(answer.header("Content-Disposition"))
                .isEqualTo("attachment; filename=\"___1.pdf\"; filename*=UTF-8''%E5%90%88%E5%90%8C%201.pdf");
        assertThat(answer.header("Content-Security-Policy")).isEqualTo("default-src 'none'; sandbox");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void aFileIsTakenOutByItsNumber() {
        assertThat(REST.send(REST.signedIn(CASE + "/3").DELETE()).status()).isEqualTo(204);
        assertThat(REST.core.seen).containsEntry("detached", 3);
    }

    @ParameterizedTest
    @ValueSource(strings = {CASE, "/api/v1/tasks/t-1/attachments"})
    void filesArePutInAnotherOrder(String path) {
        assertThat(arrange(path, "{\"slot\":\"contract\",\"order\":[3,1,2]}")).isEqualTo(204);
        assertThat(REST.core.seen).containsEntry("arranged", "contract[3, 1, 2]");

        for (String wrong : new String[] {
            "{}",
            "{\"slot\":\"contract\"}",
            "{\"slot\":\"contract\",\"order\":[1,null]}",
            "{\"slot\":\"\",\"order\":[1]}",
            "[1]"
        }) {
            assertThat(arrange(path, wrong)).as(wrong).isEqualTo(400);
        }
    }

    private static int arrange(String path, String body) {
        return REST.send(REST.signedIn(path + "/order")
                        .header("Content-Type", "application/json")
                        .PUT(BodyPublishers.ofString(body)))
                .status();
    }
}
