package org.zhijian.core.internal.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhijian.api.chain.Step.step;
import static org.zhijian.core.internal.cases.CaseScene.form;
import static org.zhijian.core.internal.cases.CaseScene.refusal;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.zhijian.api.chain.Actor;
import org.zhijian.api.chain.Decision;
import org.zhijian.api.form.Fields;
import org.zhijian.api.form.FormData;
import org.zhijian.api.form.Slot;
import org.zhijian.api.procedure.Procedure;
import org.zhijian.api.procedure.Starter;
import org.zhijian.core.access.Caller;
import org.zhijian.core.access.Once;
import org.zhijian.core.cases.AttachmentView;
import org.zhijian.core.cases.Content;
import org.zhijian.core.cases.Upload;
import org.zhijian.core.internal.store.Database;
import org.zhijian.core.internal.store.Ids;

/** The files of a case on its way: ATT-04 frozen with each round, ATT-07 who reads them, and that it is written down. */
class CaseFilesTest {
    private static final String DATABASES = "org.zhijian.core.internal.store.Databases#shared";

    private static CaseScene scene(Database database) {
        return new CaseScene(
                database,
                Procedure.procedure("permit", "许可")
                        .startedBy(Starter.organisations("FIRM"))
                        .form(Fields.text("name", "名称", 20).required())
                        .attach(Slot.scan("licence", "执照"))
                        .chain(step(
                                "first",
                                "初审",
                                Actor.office(
                                        "东办",
                                        facts -> facts.applicant().orElseThrow().contactName() + "-east")))
                        .build());
    }

    private static byte[] scan(int shade) {
        BufferedImage image = new BufferedImage(20, 20, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < 20; x++) {
            image.setRGB(x, x, shade * 0x050301);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return bytes.toByteArray();
    }

    private static AttachmentView attach(CaseScene scene, String id, int shade) {
        Upload upload = new Upload("licence", shade + ".png", new ByteArrayInputStream(scan(shade)));
        return scene.cases.attach(scene.firm(), Once.UNKEYED, id, upload);
    }

    private static byte[] read(CaseScene scene, Caller caller, String id, int n) throws IOException {
        Content content = scene.cases.content(caller, id, n);
        try (InputStream bytes = content.stream()) {
            return bytes.readAllBytes();
        }
    }

    private static String draft(CaseScene scene) {
        return scene.cases
                .start(scene.firm(), Once.UNKEYED, scene.jurisdiction, "permit", new FormData(form("摊位")))
                .line()
                .id();
    }

    private static List<Integer> ofRound(List<AttachmentView> files, int round) {
        return files.stream()
                .filter(file -> file.isOfRound(round))
                .map(AttachmentView::n)
                .toList();
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void a_later_round_replaces_files_and_the_earlier_ones_stay_readable(Database database) throws IOException {
        CaseScene scene = scene(database);
        String id = draft(scene);
        attach(scene, id, 1);
        attach(scene, id, 2);
        scene.cases.submit(scene.firm(), Once.UNKEYED, id);
        assertThat(refusal(() -> attach(scene, id, 3))).startsWith("CONFLICT");
        assertThat(refusal(() -> scene.cases.detach(scene.firm(), Once.UNKEYED, id, 1)))
                .startsWith("CONFLICT");
        assertThat(refusal(() -> scene.cases.arrange(scene.firm(), Once.UNKEYED, id, "licence", List.of(2, 1))))
                .startsWith("CONFLICT");

        scene.decide(scene.officer("east"), Decision.RETURN, "请重新扫描");
        scene.cases.detach(scene.firm(), Once.UNKEYED, id, 1);
        attach(scene, id, 3);
        scene.cases.submit(scene.firm(), Once.UNKEYED, id);

        List<AttachmentView> files = scene.cases.view(scene.officer("east"), id).attachments();
        assertThat(ofRound(files, 1)).containsExactly(1, 2);
        assertThat(ofRound(files, 2)).containsExactly(2, 3);
        assertThat(read(scene, scene.officer("east"), id, 1)).isEqualTo(scan(1));
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void the_owner_the_offices_of_the_chain_and_the_overseer_read_a_file_and_it_is_written_down(Database database)
            throws IOException {
        CaseScene scene = scene(database);
        String id = draft(scene);
        attach(scene, id, 1);
        assertThat(refusal(() -> read(scene, scene.officer("head"), id, 1))).startsWith("NOT_FOUND");
        scene.cases.submit(scene.firm(), Once.UNKEYED, id);

        List<Caller> readers = List.of(scene.firm(), scene.officer("east"), scene.officer("head"));
        for (Caller reader : readers) {
            assertThat(read(scene, reader, id, 1)).isEqualTo(scan(1));
        }
        for (Caller stranger : List.of(scene.otherFirm(), scene.officer("west"))) {
            assertThat(refusal(() -> read(scene, stranger, id, 1))).startsWith("NOT_FOUND");
        }
        assertThat(refusal(() -> read(scene, scene.firm(), id, 2))).startsWith("NOT_FOUND");

        List<String> written = scene.transactions.read(em -> em.createQuery(
                        "select e.accountId from EventEntity e where e.stream = :case and e.action = 'READ_ATTACHMENT'"
                                + " order by e.seq",
                        String.class)
                .setParameter("case", id)
                .getResultList());
        assertThat(written)
                .containsExactlyElementsOf(
                        readers.stream().map(Caller::accountId).toList());
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void a_party_does_not_see_what_another_has_brought_in_its_place(Database database) throws IOException {
        String third = Ids.next();
        Actor taker = Actor.organisation("承接方", facts -> facts.form().text("taker"));
        Actor office =
                Actor.office("东办", facts -> facts.applicant().orElseThrow().contactName() + "-east");
        CaseScene scene = new CaseScene(
                database,
                Procedure.procedure("permit", "许可")
                        .startedBy(Starter.organisations("FIRM"))
                        .form(Fields.text("taker", "承接方", 40).required())
                        .chain(
                                step("take", "承接", taker).attach(Slot.scan("contract", "合同")),
                                step("first", "初审", office))
                        .build());
        scene.organisation(third, "示例丙公司");
        String id = scene.submitted(Map.of("taker", scene.otherFirm)).line().id();
        bring(scene, scene.otherFirm(), 1);
        scene.decide(scene.otherFirm(), Decision.APPROVE, "");
        scene.decide(scene.officer("east"), Decision.RETURN, "请另行选择承接方");
        scene.cases.save(scene.firm(), Once.UNKEYED, id, new FormData(Map.of("taker", third)));
        scene.cases.submit(scene.firm(), Once.UNKEYED, id);
        Caller successor = scene.caller(third, "示例丙公司");
        bring(scene, successor, 2);

        assertThat(numbers(scene, successor, id)).containsExactly(2);
        assertThat(numbers(scene, scene.otherFirm(), id)).containsExactly(1);
        assertThat(numbers(scene, scene.firm(), id)).containsExactly(1, 2);
        assertThat(refusal(() -> read(scene, successor, id, 1))).startsWith("NOT_FOUND");
        assertThat(refusal(() -> read(scene, scene.otherFirm(), id, 2))).startsWith("NOT_FOUND");
        assertThat(read(scene, scene.otherFirm(), id, 1)).isEqualTo(scan(1));
        assertThat(read(scene, successor, id, 2)).isEqualTo(scan(2));
    }

    private static void bring(CaseScene scene, Caller party, int shade) {
        String task = scene.inbox(party).get(0).id();
        Upload upload = new Upload("contract", shade + ".png", new ByteArrayInputStream(scan(shade)));
        scene.tasks.attach(party, Once.UNKEYED, task, upload);
    }

    private static List<Integer> numbers(CaseScene scene, Caller caller, String id) {
        return scene.cases.view(caller, id).attachments().stream()
                .map(AttachmentView::n)
                .toList();
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void a_file_that_a_bad_disk_has_changed_is_not_handed_out(Database database) throws IOException {
        CaseScene scene = scene(database);
        String id = draft(scene);
        String sha256 = attach(scene, id, 1).sha256();
        Path file = Path.of("target", "test-files", scene.jurisdiction, "files")
                .resolve(sha256.substring(0, 2))
                .resolve(sha256.substring(2, 4))
                .resolve(sha256);
        Files.writeString(file, "something else");

        assertThat(refusal(() -> read(scene, scene.firm(), id, 1)))
                .isEqualTo("UNAVAILABLE CONTENT_UNAVAILABLE 该附件暂时无法读取，请联系系统管理员");
    }
}
