package org.zhijian.core.internal.attachments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.zhijian.core.internal.attachments.SampleFiles.jpg;
import static org.zhijian.core.internal.attachments.SampleFiles.pdf;
import static org.zhijian.core.internal.attachments.SampleFiles.png;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.zhijian.api.form.Condition;
import org.zhijian.api.form.Slot;
import org.zhijian.core.access.Refusal;
import org.zhijian.core.access.Violation;
import org.zhijian.core.cases.AttachmentView;
import org.zhijian.core.cases.ScanQuality;
import org.zhijian.core.cases.Upload;
import org.zhijian.core.internal.contents.ContentStore;
import org.zhijian.core.internal.contents.Contents;
import org.zhijian.core.internal.settings.TestSettings;
import org.zhijian.core.internal.store.Database;
import org.zhijian.core.internal.store.Hashes;
import org.zhijian.core.internal.virus.VirusScan;

class AttachmentsTest {
    private static final String DATABASES = "org.zhijian.core.internal.store.Databases#shared";
    private static final Slot SCAN = Slot.scan("idCard", "身份证").count(2, 3);
    private static final Slot CONTRACT = Slot.pages("contract", "劳动合同");
    private static final Slot COPIES =
            Slot.scan("copies", "资质副本").count(1, 5).tooMany("资质副本附件最多上传5个，如果附件过多，请把几个资质副本扫描在一附件里");

    @TempDir
    private Path data;

    private Attachments attachments;

    @BeforeEach
    void openStore() throws IOException {
        attachments = new Attachments(new Contents(TestSettings.of(data, Map.of())), new VirusScan(List.of()));
    }

    private long files() {
        try (Stream<Path> paths = Files.walk(data)) {
            return paths.filter(Files::isRegularFile).count();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void anAttachmentIsKeptWithItsNumberRoundAndHash(Database database) throws IOException {
        CaseDesk desk = new CaseDesk(database, attachments);
        byte[] scan = png(1);

        AttachmentView first = desk.add(SCAN, "C:\\扫描件\\正面.png", scan);
        AttachmentView second = desk.add("receive", COPIES, "副本.pdf", new ByteArrayInputStream(pdf("<<>>")));

        String sha256 = Hashes.hex(Hashes.sha256().digest(scan));
        assertThat(first)
                .isEqualTo(new AttachmentView(
                        1,
                        "idCard",
                        "正面.png",
                        "image/png",
                        scan.length,
                        sha256,
                        1,
                        true,
                        0,
                        new ScanQuality(ScanQuality.Colour.COLOUR, ScanQuality.Legibility.SMALL),
                        CaseDesk.NOW));
        assertThat(second.n()).isEqualTo(2);
        assertThat(second.mediaType()).isEqualTo("application/pdf");
        assertThat(desk.current()).containsExactly("1 正面.png", "2 副本.pdf");
        try (InputStream kept = new Contents(TestSettings.of(data, Map.of())).open(sha256)) {
            assertThat(kept.readAllBytes()).isEqualTo(scan);
        }
    }

    /** ATT-01. */
    @ParameterizedTest
    @MethodSource(DATABASES)
    void whatIsNotWhatItsNameSaysIsRefusedAndNothingStays(Database database) {
        CaseDesk desk = new CaseDesk(database, attachments);

        Refusal refusal = desk.refused(SCAN, "a.pdf", png(1));

        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.INVALID);
        assertThat(refusal.violations()).containsExactly(Violation.of("idCard", "ATT-01", "附件格式不正确，仅支持jpg/png/pdf"));
        assertThat(desk.refusal(SCAN, "程序.jpg", SampleFiles.ascii("MZ not a picture")))
                .startsWith("附件格式不正确");
        assertThat(desk.refusal(SCAN, "程序.exe", jpg(1))).startsWith("附件格式不正确");
        assertThat(desk.refusal(COPIES.formats(Slot.Format.PDF), "1.jpg", jpg(1)))
                .isEqualTo("附件格式不正确，仅支持pdf");
        assertThat(desk.refusal(SCAN, "空.jpg", new byte[0])).isEqualTo("附件不能为空");
        assertThat(desk.refusal(SCAN, "a.pdf\u0000.jpg", jpg(1))).isEqualTo("文件名含有不允许的字符");
        assertThat(desk.refusal(SCAN, "大.jpg", SampleFiles.jpgOf(65_000, 65_000)))
                .startsWith("图片像素过大");
        assertThat(desk.refusal(SCAN, "脚本.pdf", pdf("<< /S /JavaScript >>"))).startsWith("附件中含有不允许的内容");
        assertThat(desk.refusal(SCAN, "密.pdf", pdf("<< /Encrypt 9 0 R >>"))).startsWith("附件已加密");
        assertThat(desk.all()).isEmpty();
        assertThat(files()).isZero();
        assertThat(desk.add(SCAN, "x.php.jpg", jpg(1)).n()).isEqualTo(1);
    }

    /** ATT-02. */
    @ParameterizedTest
    @MethodSource(DATABASES)
    void whatIsTooLargeIsRefusedAndNotReadToItsEnd(Database database) {
        CaseDesk desk = new CaseDesk(database, attachments);
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return 'x';
            }
        };

        Refusal refusal = catchThrowableOfType(Refusal.class, () -> desk.add(null, SCAN, "endless.pdf", endless));

        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.TOO_LARGE);
        assertThat(refusal.code()).isEqualTo("ATTACHMENT_TOO_LARGE");
        assertThat(refusal.violations()).containsExactly(Violation.of("idCard", "ATT-02", "附件大小不能超过20MB"));
        assertThat(desk.refusal(SCAN, "1.jpg", new byte[(5 << 20) + 1])).isEqualTo("附件大小不能超过5MB");
        assertThat(desk.refusal(SCAN.upTo(500 << 10), "1.jpg", new byte[(500 << 10) + 1]))
                .isEqualTo("附件大小不能超过500KB");
        assertThat(files()).isZero();
    }

    /** JS-R08. */
    @ParameterizedTest
    @MethodSource(DATABASES)
    void aSixthCopyIsTooMany(Database database) {
        CaseDesk desk = new CaseDesk(database, attachments);
        assertThat(desk.missing(COPIES)).containsExactly("copies ATT-04 请上传资质副本");
        for (int copy = 1; copy <= 5; copy++) {
            desk.add(COPIES, copy + ".jpg", jpg(copy));
        }

        Refusal refusal = desk.refused(COPIES, "6.jpg", jpg(6));

        assertThat(refusal.violations())
                .containsExactly(Violation.of("copies", "ATT-04", "资质副本附件最多上传5个，如果附件过多，请把几个资质副本扫描在一附件里"));
        assertThat(desk.current()).hasSize(5);
        desk.remove(3, null);
        assertThat(desk.add(COPIES, "6.jpg", jpg(6)).n()).isEqualTo(6);
        assertThat(desk.missing(COPIES)).isEmpty();
        assertThat(desk.refusal(COPIES.tooMany(""), "7.jpg", jpg(7))).isEqualTo("资质副本最多上传5个");
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void oneFileOfManyPagesIsEnough(Database database) {
        CaseDesk desk = new CaseDesk(database, attachments);
        desk.add(COPIES, "副本.pdf", pdf("<<>>"));

        assertThat(desk.missing(COPIES)).isEmpty();
    }

    /** ATT-05. */
    @ParameterizedTest
    @MethodSource(DATABASES)
    void theSameContentIsTakenOnceInASlot(Database database) {
        CaseDesk desk = new CaseDesk(database, attachments);
        desk.add(COPIES, "1.jpg", jpg(1));

        assertThat(desk.refused(COPIES, "2.jpg", jpg(1)).violations())
                .containsExactly(Violation.of("copies", "ATT-05", "该附件已上传过"));
        desk.add(SCAN, "1.jpg", jpg(1));
        desk.remove(1, null);
        desk.add(COPIES, "2.jpg", jpg(1));
        assertThat(desk.current()).containsExactly("2 1.jpg", "3 2.jpg");
    }

    /** JS-R05 and ATT-03. */
    @ParameterizedTest
    @MethodSource(DATABASES)
    void pagesComeByNumberAndInOrder(Database database) {
        CaseDesk desk = new CaseDesk(database, attachments);

        assertThat(desk.refused(CONTRACT, "合同.jpg", jpg(1)).violations())
                .containsExactly(Violation.of("contract", "VAL-PAGES", "请按页码号命名并按顺序上传"));
        assertThat(desk.refusal(CONTRACT, "2.jpg", jpg(2))).isEqualTo("请按页码顺序上传");
        assertThat(desk.refusal(CONTRACT, "1.pdf", pdf("<<>>"))).isEqualTo("请按页码号命名并按顺序上传");
        desk.add(CONTRACT, "01.jpg", jpg(1));
        assertThat(desk.refusal(CONTRACT, "3.jpg", jpg(3))).isEqualTo("缺少第2页");
        assertThat(desk.refusal(CONTRACT, "1.png", png(1))).isEqualTo("页码重复");
        desk.add(CONTRACT, "02.jpg", jpg(2));
        desk.add(CONTRACT, "3.PNG", png(3));
        assertThat(desk.missing(CONTRACT)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void aPageThatWasTakenOutIsMissedAndMayBeReplaced(Database database) {
        CaseDesk desk = new CaseDesk(database, attachments);
        for (int page = 1; page <= 4; page++) {
            desk.add(CONTRACT, page + ".jpg", jpg(page));
        }
        desk.remove(1, null);
        desk.remove(3, null);

        assertThat(desk.missing(CONTRACT)).containsExactly("contract VAL-PAGES 缺少第1页");
        assertThat(desk.refusal(CONTRACT, "3.jpg", jpg(13))).isEqualTo("缺少第1页");
        desk.add(CONTRACT, "1.jpg", jpg(11));
        assertThat(desk.missing(CONTRACT)).containsExactly("contract VAL-PAGES 缺少第3页");
        assertThat(desk.refusal(CONTRACT, "5.jpg", jpg(5))).isEqualTo("缺少第3页");
        desk.add(CONTRACT, "3.jpg", jpg(13));
        assertThat(desk.missing(CONTRACT)).isEmpty();
    }

    /** ATT-04. */
    @ParameterizedTest
    @MethodSource(DATABASES)
    void whatAnEarlierRoundHandedInStaysReadable(Database database) {
        CaseDesk desk = new CaseDesk(database, attachments);
        desk.add(COPIES, "1.jpg", jpg(1));
        desk.add(COPIES, "2.jpg", jpg(2));
        desk.nextRound();
        assertThat(desk.add(COPIES, "3.jpg", jpg(3)).round()).isEqualTo(2);

        desk.remove(1, null);
        desk.remove(3, null);

        assertThat(desk.current()).containsExactly("2 2.jpg");
        assertThat(desk.all()).containsExactly("1 1.jpg", "2 2.jpg");
        assertThat(desk.add(COPIES, "1.jpg", jpg(1)).n()).isEqualTo(4);
        assertThat(desk.ofRound(1)).containsExactly("1.jpg", "2.jpg");
        assertThat(desk.ofRound(2)).containsExactly("2.jpg", "1.jpg");
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void filesArePutInAnotherOrderAndStayInIt(Database database) {
        CaseDesk desk = new CaseDesk(database, attachments);
        desk.add(SCAN, "身份证.jpg", jpg(9));
        for (int copy = 1; copy <= 3; copy++) {
            desk.add(COPIES, copy + ".jpg", jpg(copy));
        }

        desk.arrange(COPIES, 4, 2, 3);
        assertThat(desk.current()).containsExactly("1 身份证.jpg", "4 3.jpg", "2 1.jpg", "3 2.jpg");

        desk.remove(2, null);
        desk.add(COPIES, "4.jpg", jpg(4));
        assertThat(desk.current()).containsExactly("1 身份证.jpg", "4 3.jpg", "3 2.jpg", "5 4.jpg");
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void anOrderThatIsNotOneOfTheFilesIsRefused(Database database) {
        CaseDesk desk = new CaseDesk(database, attachments);
        desk.add(COPIES, "1.jpg", jpg(1));
        desk.add(COPIES, "2.jpg", jpg(2));
        desk.add(CONTRACT, "1.jpg", jpg(3));
        desk.add(CONTRACT, "2.jpg", jpg(4));

        for (Integer[] wrong : new Integer[][] {{}, {1}, {1, 1}, {1, 2, 2}, {1, 3}}) {
            assertThat(catchThrowableOfType(Refusal.class, () -> desk.arrange(COPIES, wrong)))
                    .hasMessage("顺序应列出该材料当前的每个附件各一次");
        }
        assertThat(catchThrowableOfType(Refusal.class, () -> desk.arrange(CONTRACT, 4, 3)))
                .hasMessage("按页码命名的附件以页码为顺序，不能调整");
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void whatTheSlotAsksOfAScanIsSeenInItsPixels(Database database) {
        CaseDesk desk = new CaseDesk(database, attachments);
        byte[] grey = SampleFiles.grey();

        assertThat(desk.refused(SCAN.colour(), "1.jpg", grey).violations())
                .containsExactly(Violation.of("idCard", "ATT-COLOUR", "应为彩色扫描件，该图片为黑白或灰度，请重新扫描后上传"));
        assertThat(desk.refused(SCAN.mustBeLegible(), "1.jpg", jpg(1)).violations())
                .containsExactly(Violation.of("idCard", "ATT-LEGIBLE", "图片分辨率过低，看不清文字，请重新扫描后上传"));
        assertThat(files()).isZero();
        assertThat(desk.add(SCAN, "1.jpg", grey).quality().colour()).isEqualTo(ScanQuality.Colour.GREY);
    }

    /** ATT-06. */
    @Test
    void aVirusIsRefusedAndAScannerThatCannotTellKeepsEverythingOut() throws IOException {
        Upload upload = new Upload("idCard", "1.jpg", new ByteArrayInputStream(jpg(1)));
        Contents contents = new Contents(TestSettings.of(data, Map.of()));
        Attachments infected = new Attachments(contents, new VirusScan(List.of(file -> Optional.of("Eicar"))));
        Attachments unsure = new Attachments(contents, new VirusScan(List.of(file -> {
            throw new IOException("no answer");
        })));

        assertThat(catchThrowableOfType(Refusal.class, () -> infected.receive(upload))
                        .violations())
                .containsExactly(Violation.of("idCard", "ATT-06", "附件中发现病毒，已拒绝接收，请检查电脑后重新扫描上传"));
        Refusal later = catchThrowableOfType(Refusal.class, () -> unsure.receive(upload));
        assertThat(later.kind()).isEqualTo(Refusal.Kind.UNAVAILABLE);
        assertThat(later).hasMessage("病毒检查暂时不可用，附件未保存，请稍后重试");
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void onlyWhatIsThereIsTakenOut(Database database) {
        CaseDesk desk = new CaseDesk(database, attachments);
        desk.add(SCAN, "1.jpg", jpg(1));
        desk.add("receive", COPIES, "2.jpg", new ByteArrayInputStream(jpg(2)));
        desk.nextRound();
        desk.remove(1, null);

        for (Runnable wrong : List.<Runnable>of(
                () -> desk.remove(1, null),
                () -> desk.remove(2, null),
                () -> desk.remove(2, "city"),
                () -> desk.remove(9, null))) {
            assertThat(catchThrowableOfType(Refusal.class, wrong::run).kind()).isEqualTo(Refusal.Kind.NOT_FOUND);
        }
        desk.remove(2, "receive");
        assertThat(desk.current()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void whatIsWantedIsAskedForInWordsOfTheSlot(Database database) {
        CaseDesk desk = new CaseDesk(database, attachments);
        Slot statement = Slot.scan("statement", "登报申明").missing("请上传省级报刊登报申明");
        Slot foundation = Slot.scan("foundation", "地基证书").requiredWhen(Condition.is("division", "FOUNDATION"));
        Slot materials = Slot.scan("materials", "建材证书").requiredWhen(Condition.is("division", "MATERIALS"));

        assertThat(desk.missing(
                        SCAN,
                        statement,
                        foundation,
                        materials,
                        Slot.scan("photo", "照片").optional()))
                .containsExactly("idCard ATT-04 请上传身份证", "statement ATT-04 请上传省级报刊登报申明", "materials ATT-04 请上传建材证书");
        desk.add(SCAN, "正面.jpg", jpg(1));
        assertThat(desk.missing(SCAN)).containsExactly("idCard ATT-04 身份证至少上传2个");
        desk.add(SCAN, "反面.jpg", jpg(2));
        assertThat(desk.missing(SCAN)).isEmpty();
    }

    @Test
    void aStoreThatFailsIsNotTheCallersFault() {
        Attachments broken = new Attachments(
                new ContentStore() {
                    @Override
                    public Stored store(InputStream content, long maxBytes, Inspection inspection) throws IOException {
                        throw new IOException("no space left on device");
                    }

                    @Override
                    public InputStream open(String sha256) {
                        throw new UnsupportedOperationException();
                    }

                    @Override
                    public void forEach(Consumer<Kept> visitor) {
                        throw new UnsupportedOperationException();
                    }

                    @Override
                    public void delete(String sha256) {
                        throw new UnsupportedOperationException();
                    }
                },
                new VirusScan(List.of()));

        Refusal refusal = catchThrowableOfType(
                Refusal.class,
                () -> broken.store(SCAN, Slot.Format.JPG, InputStream.nullInputStream(), (file, content) -> {}));

        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.UNAVAILABLE);
    }
}
