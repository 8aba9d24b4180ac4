package org.zhijian.core.internal.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.zhijian.core.access.Caller;
import org.zhijian.core.access.Refusal;
import org.zhijian.core.audit.Audit;
import org.zhijian.core.audit.Entry;
import org.zhijian.core.audit.Verification;
import org.zhijian.core.audit.Verification.Finding;
import org.zhijian.core.audit.Verification.Kind;
import org.zhijian.core.internal.store.Database;

class SealerTest {
    private static final String FRESH = "org.zhijian.core.internal.store.Databases#fresh";

    private static long count(AuditScene scene, String table) {
        return scene.transactions.read(em ->
                ((Number) em.createNativeQuery("select count(*) from " + table).getSingleResult()).longValue());
    }

    @ParameterizedTest
    @MethodSource(FRESH)
    void aCheckpointCostsWhatHappenedSinceTheLastOne(Database database) throws SQLException {
        AuditScene scene = new AuditScene(database);
        assertThat(scene.seal()).isEmpty();
        Caller one = scene.operator();
        Caller other = scene.operator();
        scene.act(one, "甲");
        scene.act(one, "乙");
        scene.act(other, "丙");
        assertThat(scene.seal().orElseThrow().streams()).isEqualTo(2);
        scene.act(other, "丁");

        SealedCheckpoint second = scene.seal().orElseThrow();

        assertThat(second.number()).isEqualTo(2);
        assertThat(second.streams()).isEqualTo(1);
        assertThat(count(scene, "ZJ_UNSEALED")).isZero();
        assertThat(scene.seal()).as("nothing new").contains(second);
        assertThat(scene.verify()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource(FRESH)
    void aDatabaseThatWasPutBackIsFoundByWhatTheNodeRemembers(Database database) throws SQLException {
        AuditScene scene = new AuditScene(database);
        Caller operator = scene.operator();
        scene.act(operator, "甲");
        scene.seal();
        scene.act(operator, "乙");
        scene.seal();
        scene.transactions.run(em -> {
            em.createNativeQuery("delete from ZJ_CHECKPOINT where NUMBER_ = 2").executeUpdate();
            em.createNativeQuery("delete from ZJ_SEALED where CHECKPOINT_NUMBER = 2")
                    .executeUpdate();
            em.createNativeQuery("delete from ZJ_EVENT where SEQ = 2").executeUpdate();
            em.createNativeQuery("update ZJ_ACCOUNT set EVENT_SEQ = 1, EVENT_HASH = (select HASH from ZJ_EVENT)")
                    .executeUpdate();
        });

        assertThat(scene.verify())
                .singleElement()
                .satisfies(finding -> assertThat(finding.kind()).isEqualTo(Kind.CHECKPOINT_REMOVED))
                .satisfies(finding -> assertThat(finding.message()).contains("退回到较早的时候"));
        scene.act(operator, "丙");
        assertThatThrownBy(scene::seal).isInstanceOf(BrokenChainException.class);
        assertThatThrownBy(() -> scene.service.seal(operator))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("不能继续封存");
    }

    @ParameterizedTest
    @MethodSource(FRESH)
    void aNodeSealsBehindAnotherOnlyOnceItTrustsItsKey(Database database) throws IOException, SQLException {
        AuditScene scene = new AuditScene(database);
        Caller operator = scene.operator();
        scene.act(operator, "甲");
        scene.seal();
        Sealer other = scene.anotherNode();
        scene.act(operator, "乙");
        assertThatThrownBy(other::sealAll).isInstanceOf(BrokenChainException.class);

        trust(other, scene.sealer.keys());
        assertThat(other.sealAll().orElseThrow().number()).isEqualTo(2);

        assertThat(scene.verify()).extracting(Finding::kind).containsOnly(Kind.CHECKPOINT_UNTRUSTED);
        trust(scene.sealer, other.keys());
        assertThat(scene.verify()).isEmpty();
    }

    private static void trust(Sealer node, SealKeys keys) throws IOException {
        Files.writeString(node.folder().resolve("trusted-keys.pem"), keys.ownPublicKey());
    }

    @ParameterizedTest
    @MethodSource(FRESH)
    void whoIsJustWritingOrSealingIsNotMistakenForAForger(Database database) throws Exception {
        AuditScene scene = new AuditScene(database);
        List<Caller> operators =
                IntStream.range(0, 6).mapToObj(i -> scene.operator()).toList();
        operators.forEach(operator -> scene.act(operator, "先"));
        AtomicBoolean enough = new AtomicBoolean();
        ExecutorService others = Executors.newFixedThreadPool(3);
        try {
            List<Future<?>> busy = List.of(
                    others.submit(() -> write(scene, operators.subList(0, 3), enough)),
                    others.submit(() -> write(scene, operators.subList(3, 6), enough)),
                    others.submit(() -> {
                        while (!enough.get()) {
                            scene.seal();
                        }
                    }));
            for (int i = 0; i < 4; i++) {
                assertThat(scene.service.verifyNow().findings()).isEmpty();
            }
            enough.set(true);
            for (Future<?> one : busy) {
                end(one);
            }
        } finally {
            enough.set(true);
            others.shutdownNow();
        }
        assertThat(scene.service.verifyNow().state()).isEqualTo(Verification.State.INTACT);
    }

    private static void end(Future<?> task) throws InterruptedException {
        try {
            task.get();
        } catch (ExecutionException failed) {
            throw new AssertionError("a writer failed", failed.getCause());
        }
    }

    private static void write(AuditScene scene, List<Caller> operators, AtomicBoolean enough) {
        while (!enough.get()) {
            operators.forEach(operator -> scene.act(operator, "写"));
        }
    }

    @ParameterizedTest
    @MethodSource(FRESH)
    void theOperatorStartsAVerificationAndReadsWhatWasFound(Database database) {
        AuditScene scene = new AuditScene(database);
        Caller operator = scene.operator();
        scene.act(operator, "甲");
        scene.act(operator, "乙");
        scene.seal();
        scene.transactions.run(em -> em.createNativeQuery("update ZJ_EVENT set TITLE = '丙' where SEQ = 2")
                .executeUpdate());

        scene.service.verify(operator, "");

        Verification done = Awaitility.await()
                .until(
                        () -> scene.service.verification(operator).orElseThrow(),
                        verification -> !verification.isRunning());
        assertThat(done.state()).isEqualTo(Verification.State.BROKEN);
        assertThat(done.entries()).isEqualTo(3);
        assertThat(done.findings())
                .extracting(Finding::message)
                .containsExactly("账号 " + operator.loginName() + "：第 2 条与其散列不符：该条或其前一条被改动、替换或插入");
    }

    @ParameterizedTest
    @MethodSource(FRESH)
    void nobodyButTheOperatorSeesTheAudit(Database database) {
        AuditScene scene = new AuditScene(database);
        Caller operator = scene.operator();
        Caller office = new Caller(
                Caller.Kind.OFFICE, operator.accountId(), "o", "o", "j", "", "", java.util.Set.of("office"), false, "");

        assertThatThrownBy(() -> scene.service.verify(office, "")).hasMessage("仅系统管理员可以查看审计");
        assertThatThrownBy(() -> scene.service.entries(office, Audit.Span.ALL, "", 10))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> scene.service.verification(Caller.nobody(""))).hasMessage("请先登录");
        assertThatThrownBy(() -> scene.service.verify(operator, "1:zz")).hasMessageContaining("锚定行无效");
    }

    @ParameterizedTest
    @MethodSource(FRESH)
    void exportsGoByTimeAndHidePersonalData(Database database) throws IOException {
        AuditScene scene = new AuditScene(database);
        Caller operator = scene.operator();
        scene.act(operator, "证号 320199198601010318，电话 13900000011");
        scene.clock.forward(Duration.ofMinutes(1));
        scene.act(operator, "=1+1");

        List<Entry> entries =
                scene.service.entries(operator, Audit.Span.ALL, "", 1).items();
        String csv = export(scene, operator, Audit.Format.CSV);
        String lines = export(scene, operator, Audit.Format.JSON_LINES);

        assertThat(entries).singleElement().satisfies(entry -> assertThat(entry.detail())
                .contains("320***********0318", "139****0011"));
        assertThat(csv)
                .startsWith("\uFEFF\"流\",\"序号\",\"时间\"")
                .contains(",\"'=1+1\",")
                .doesNotContain("320199198601010318");
        assertThat(csv.lines()).hasSize(4);
        assertThat(lines.lines()).hasSize(4).last().asString().contains("EXPORT_AUDIT");
        assertThat(lines).doesNotContain("13900000011", "320199198601010318").contains("139****0011");
    }

    private static String export(AuditScene scene, Caller operator, Audit.Format format) throws IOException {
        java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
        scene.service.export(operator, Audit.Span.ALL, format).writeTo(out);
        return out.toString(java.nio.charset.StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @MethodSource(FRESH)
    void theKeyLiesInAFileThatOnlyItsOwnerReads(Database database) throws IOException {
        AuditScene scene = new AuditScene(database);
        Path key = scene.sealer.folder().resolve("seal-key.pem");

        assertThat(Files.getPosixFilePermissions(key)).hasSize(2);
        assertThat(scene.sealer.keys().ownPublicKey()).doesNotContain("PRIVATE");
        assertThat(scene.service.publicKey(scene.operator())).startsWith("-----BEGIN PUBLIC KEY-----");
    }
}
