package org.zhijian.printing;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import org.osgi.service.component.annotations.Component;
import org.zhijian.core.access.Refusal;
import org.zhijian.core.documents.Sheet;
import org.zhijian.core.documents.Typesetter;

/** Sets sheets by way of XHTML and CSS, as PDF/A. A few at a time, since each holds a font of ten megabytes while it is set. Thread-safe. */
@Component(service = Typesetter.class)
public final class PdfTypesetter implements Typesetter {
    private static final int AT_ONCE = 2;
    private static final int PATIENCE_SECONDS = 20;
    private static final int NORMAL_WEIGHT = 400;
    private static final String FONT = "NotoSansSC-Regular.ttf";

    private static final byte[] COLOURS =
            ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

    static {
        XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.WARNING));
    }

    private final Semaphore presses = new Semaphore(AT_ONCE);

    @Override
    public byte[] pdf(Sheet sheet) {
        String page = SheetPage.of(sheet);
        if (!acquire()) {
            throw new Refusal(Refusal.Kind.UNAVAILABLE, "PRINTING_BUSY", "打印任务较多，请稍后再试");
        }
        try {
            return set(page);
        } finally {
            presses.release();
        }
    }

    private boolean acquire() {
        try {
            return presses.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static byte[] set(String page) {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.useFastMode();
        // What an archive wants; and without it every start of a print looks through the fonts of the machine.
        builder.usePdfAConformance(PdfRendererBuilder.PdfAConformance.PDFA_2_U);
        builder.useColorProfile(COLOURS);
        builder.useFont(
                () -> PdfTypesetter.class.getResourceAsStream(FONT), "zj", NORMAL_WEIGHT, FontStyle.NORMAL, true);
        builder.useUnicodeLineBreaker(new ChineseBreaks());
        // Nothing is fetched: the only images are in the page itself.
        builder.useUriResolver((base, address) -> address.startsWith("data:") ? address : null);
        builder.withHtmlContent(page, null);
        builder.toStream(pdf);
        try {
            builder.run();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return pdf.toByteArray();
    }
}
