package org.zhijian.itests.jiangsu;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.zhijian.itests.attachments.Papers;
import org.zhijian.itests.attachments.S3;
import org.zhijian.itests.attachments.VirusDaemon;
import org.zhijian.itests.http.Answer;
import org.zhijian.itests.http.Scan;
import org.zhijian.itests.server.Database;
import org.zhijian.itests.server.Server;
import org.zhijian.itests.server.Setup;

/** A case whose attachments lie in an S3-compatible store and pass a virus scanner; the server is killed on the way. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AttachmentsOnS3Test {
    private S3 s3;
    private VirusDaemon viruses;
    private Server server;
    private Transfer transfer;

    @BeforeAll
    void start() {
        s3 = S3.start();
        viruses = VirusDaemon.start();
        server = Server.start(Setup.demo(Database.DERBY)
                .with(
                        "--s3",
                        s3.address(),
                        "--s3-access-key",
                        "local-s3-access-key",
                        "--s3-secret-key",
                        "local-s3-secret-key",
                        "--clamd",
                        viruses.address()));
    }

    @AfterAll
    void stop() {
        if (server != null) {
            server.close();
        }
        viruses.close();
        s3.close();
    }

    private static String path(String caseId) {
        return "/api/v1/cases/" + caseId + "/attachments";
    }

    @Test
    @Order(1)
    void a_whole_case_keeps_its_scans_in_the_store_and_none_on_the_disk() throws IOException {
        transfer = Transfer.submitted(server, Member.J1, "韩示双", Member.J3, "MATERIAL")
                .approved();

        Set<String> wanted = new HashSet<>();
        for (JsonNode file : transfer.view().path("attachments")) {
            String sha256 = file.path("sha256").asText();
            wanted.add(sha256.substring(0, 2) + "/" + sha256.substring(2, 4) + "/" + sha256);
            Answer content = transfer.applicant()
                    .get(path(transfer.caseId()) + "/" + file.path("n").asInt());
            assertThat(content.status()).isEqualTo(200);
            assertThat(content.bytes())
                    .isEqualTo(Scan.named(file.path("fileName").asText()).content());
        }
        assertThat(wanted).hasSizeGreaterThan(4);
        assertThat(s3.keys()).containsExactlyInAnyOrderElementsOf(wanted);
        assertThat(filesOnDisk()).isEmpty();
    }

    private Set<Path> filesOnDisk() throws IOException {
        try (Stream<Path> found = Files.walk(server.setup().data().resolve("files"))) {
            return new HashSet<>(found.filter(Files::isRegularFile).toList());
        }
    }

    /** ATT-06. */
    @Test
    @Order(2)
    void a_virus_is_refused_and_does_not_reach_the_store() {
        int before = s3.keys().size();
        String draft =
                Transfer.draft(server, Member.J2, "杨样单", Member.J6, "MATERIAL").caseId();

        Answer answer =
                server.as("j2").attach(draft, "releaseProof", Papers.commented("病毒.jpg", 1, VirusDaemon.virus()));

        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        assertThat(answer.messages()).containsExactly("附件中发现病毒，已拒绝接收，请检查电脑后重新扫描上传");
        assertThat(s3.keys()).hasSize(before);
    }

    @Test
    @Order(3)
    void after_a_kill_everything_is_there_that_was_acknowledged() {
        int before = s3.keys().size();
        server.kill();
        server.restart();

        Answer content = transfer.applicant().get(path(transfer.caseId()) + "/1");

        assertThat(content.bytes()).isEqualTo(Scan.named("解除劳动关系证明.jpg").content());
        assertThat(s3.keys()).hasSize(before);
    }
}
