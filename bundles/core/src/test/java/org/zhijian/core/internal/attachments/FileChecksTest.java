package org.zhijian.core.internal.attachments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.zhijian.core.internal.attachments.SampleFiles.ascii;
import static org.zhijian.core.internal.attachments.SampleFiles.deflated;
import static org.zhijian.core.internal.attachments.SampleFiles.join;
import static org.zhijian.core.internal.attachments.SampleFiles.jpg;
import static org.zhijian.core.internal.attachments.SampleFiles.jpgOf;
import static org.zhijian.core.internal.attachments.SampleFiles.pdf;
import static org.zhijian.core.internal.attachments.SampleFiles.pdfWithStream;
import static org.zhijian.core.internal.attachments.SampleFiles.png;
import static org.zhijian.core.internal.attachments.SampleFiles.pngOf;
import static org.zhijian.core.internal.attachments.SampleFiles.zip;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhijian.api.form.Slot.Format;
import org.zhijian.core.internal.attachments.FileChecks.Problem;

class FileChecksTest {
    private static final byte[] SCRIPT = ascii("<< /S /JavaScript /JS (app.alert(1)) >>");

    static Stream<Arguments> good() {
        return Stream.of(
                arguments("a picture", Format.JPG, jpg(1)),
                arguments("a large scan", Format.JPG, jpgOf(10_000, 10_000)),
                arguments("a phone's second picture behind the first", Format.JPG, join(jpg(1), jpg(2))),
                arguments("what a phone appends", Format.JPG, join(jpg(1), new byte[500], ascii("SEFT"))),
                arguments("a screenshot", Format.PNG, png(1)),
                arguments("a document", Format.PDF, pdf("<<>>")),
                arguments("a document of the newer version", Format.PDF, version2()),
                arguments("what a mailer appends", Format.PDF, join(pdf("<<>>"), new byte[900])),
                arguments("objects that lie open", Format.PDF, pdfWithStream("", ascii("3 0 <<>>"))),
                arguments("objects that are packed", Format.PDF, packed(ascii("3 0 << /Type /Font >>"))));
    }

    static Stream<Arguments> bad() {
        return Stream.of(
                arguments("0 bytes", Format.JPG, new byte[0], Problem.EMPTY),
                arguments("a PNG named pdf", Format.PDF, png(1), Problem.FORMAT),
                arguments("a JPEG named png", Format.PNG, jpg(1), Problem.FORMAT),
                arguments("a program named jpg", Format.JPG, join(ascii("MZ"), new byte[200]), Problem.FORMAT),
                arguments("a page named jpg", Format.JPG, ascii("<html><script>1</script>"), Problem.FORMAT),
                arguments("a drawing named png", Format.PNG, ascii("<svg onload='1'/>"), Problem.FORMAT),
                arguments("an archive named pdf", Format.PDF, zip(), Problem.FORMAT),
                arguments(
                        "the test virus named pdf", Format.PDF, ascii("X5O!P%@AP[4\\PZX54(P^)7CC)7}$"), Problem.FORMAT),
                arguments("three bytes of a JPEG", Format.JPG, Arrays.copyOf(jpg(1), 3), Problem.FORMAT),
                arguments("a JPEG cut in its header", Format.JPG, Arrays.copyOf(jpg(1), 100), Problem.FORMAT),
                arguments("a PNG that is cut", Format.PNG, Arrays.copyOf(png(1), 60), Problem.FORMAT),
                arguments("a PNG whose header is spoilt", Format.PNG, spoilt(png(1)), Problem.FORMAT),
                arguments("a PNG of no width", Format.PNG, pngOf(0, 10), Problem.FORMAT),
                arguments("a PDF that is cut", Format.PDF, Arrays.copyOf(pdf("<<>>"), 90), Problem.FORMAT),
                arguments("a PDF behind something else", Format.PDF, join(ascii(" "), pdf("<<>>")), Problem.FORMAT),
                arguments("a pixel flood", Format.JPG, jpgOf(65_000, 65_000), Problem.PIXELS),
                arguments("a pixel flood as PNG", Format.PNG, pngOf(65_000, 65_000), Problem.PIXELS),
                arguments("an archive behind a JPEG", Format.JPG, join(jpg(1), zip()), Problem.ACTIVE),
                arguments("an archive behind a PNG", Format.PNG, join(png(1), zip(), new byte[40]), Problem.ACTIVE),
                arguments("a RAR behind a JPEG", Format.JPG, join(jpg(1), ascii("Rar!\u001A\u0007\0")), Problem.ACTIVE),
                arguments("a page behind a JPEG", Format.JPG, join(jpg(1), ascii("<ScRiPt>")), Problem.ACTIVE),
                arguments("a document behind a PNG", Format.PNG, join(png(1), pdf("<<>>")), Problem.ACTIVE),
                arguments("an archive behind a PDF", Format.PDF, join(pdf("<<>>"), zip()), Problem.ACTIVE));
    }

    static Stream<Arguments> badDocuments() {
        byte[] hidden = join(ascii("3 0 "), SCRIPT);
        return Stream.of(
                arguments("a script", pdf(new String(SCRIPT)), Problem.ACTIVE),
                arguments("a script under an escaped name", pdf("<< /S /J#61va#53cript >>"), Problem.ACTIVE),
                arguments("a program to start", pdf("<< /S /Launch /F (cmd.exe) >>"), Problem.ACTIVE),
                arguments("a file inside", pdf("<< /Type /EmbeddedFile >>"), Problem.ACTIVE),
                arguments("files inside", pdf("<< /Names << /EmbeddedFiles 5 0 R >> >>"), Problem.ACTIVE),
                arguments("a film inside", pdf("<< /Subtype /RichMedia >>"), Problem.ACTIVE),
                arguments("a key", pdf("<< /Encrypt 5 0 R >>"), Problem.ENCRYPTED),
                arguments("a packed script", packed(hidden), Problem.ACTIVE),
                arguments("an open script", pdfWithStream("", hidden), Problem.ACTIVE),
                arguments("a script packed twice", twice(hidden), Problem.ACTIVE),
                arguments("a script packed otherwise", pdfWithStream("/Filter /LZWDecode", hidden), Problem.ACTIVE),
                arguments("a filter somewhere else", pdfWithStream("/Filter 9 0 R", hidden), Problem.ACTIVE),
                arguments(
                        "objects that cannot be unpacked",
                        pdfWithStream("/Filter /FlateDecode", hidden),
                        Problem.ACTIVE),
                arguments("an object bomb", packed(new byte[64 << 20]), Problem.ACTIVE));
    }

    private static byte[] version2() {
        byte[] document = pdf("<<>>");
        document[5] = '2';
        document[7] = '0';
        return document;
    }

    private static byte[] packed(byte[] objects) {
        return pdfWithStream("/F#69lter /FlateDecode", deflated(objects));
    }

    private static byte[] twice(byte[] objects) {
        return pdfWithStream("/Filter [/FlateDecode /FlateDecode]", deflated(deflated(objects)));
    }

    private static byte[] spoilt(byte[] png) {
        png[17] ^= 1;
        return png;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("good")
    void whatIsWhatItsNameSaysIsTaken(String what, Format format, byte[] content) {
        assertThat(FileChecks.check(format, ByteBuffer.wrap(content))).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bad")
    void whatIsSomethingElseIsRefused(String what, Format format, byte[] content, Problem problem) {
        assertThat(FileChecks.check(format, ByteBuffer.wrap(content))).contains(problem);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badDocuments")
    void aDocumentMayNotHold(String what, byte[] content, Problem problem) {
        assertThat(FileChecks.check(Format.PDF, ByteBuffer.wrap(content))).contains(problem);
    }

    /** Twenty megabytes in which every other word asks to be looked into. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                " obj/ObjStm",
                " obj/ObjStm stream\n",
                " obj/ObjStm/Filter/FlateDecode stream\n",
                "/#4",
                "%PDF-1."
            })
    void noDocumentTakesLongToLookAt(String word) {
        byte[] content = pdf(word.repeat((20 << 20) / word.length()));

        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> FileChecks.check(Format.PDF, ByteBuffer.wrap(content)));
    }

    @ParameterizedTest
    @CsvSource({
        "a.jpg,JPG",
        "a.JPEG,JPG",
        "x.php.jpg,JPG",
        "a.png,PNG",
        "a.PDF,PDF",
        "a.jpg.php,",
        "a.gif,",
        "jpg,",
        "a.,"
    })
    void theLastExtensionTellsTheFormat(String name, Format format) {
        assertThat(FileChecks.formatOf(name).orElse(null)).isEqualTo(format);
    }
}
