package org.zhijian.printing;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.zhijian.core.documents.Sheet;
import org.zhijian.core.documents.Sheet.Grid;
import org.zhijian.core.documents.Sheet.Heading;
import org.zhijian.core.documents.Sheet.Layout;
import org.zhijian.core.documents.Sheet.Line;
import org.zhijian.core.documents.Sheet.Lines;

class PdfTypesetterTest {
    private static final String ADDRESS = "http://127.0.0.1:8181/verify/7K3FA0B1C2D3E4F5G6H7";
    private static final Lines LINES = new Lines(
            List.of(new Line("检测人员", "韩示双"), new Line("说明", "因个人原因离职，已办理工作交接。".repeat(20)), new Line("空白", "")));

    private final PdfTypesetter typesetter = new PdfTypesetter();

    private static Sheet file(List<Sheet.Block> blocks, String code) {
        return new Sheet(
                Layout.FILE,
                "江苏省建设工程质量监督检测管理信息系统",
                "人员变更",
                "JS-2026-000123",
                blocks,
                "",
                "2026-11-23 09:05",
                code,
                code.isBlank() ? "" : ADDRESS);
    }

    private static Sheet certificate() {
        return new Sheet(
                Layout.CERTIFICATE,
                "江苏省建设工程质量监督检测管理信息系统",
                "检测人员岗位合格证书",
                "JC-M-0011",
                List.of(new Lines(List.of(
                        new Line("证书编号", "JC-M-0011"),
                        new Line("持证人", "韩示双"),
                        new Line("专业", "建材"),
                        new Line("聘用单位", "南京示例检测中心有限公司"),
                        new Line("状态", "正常"),
                        new Line("发证次数", "1")))),
                "江苏省建设工程质量监督总站",
                "2026-11-23",
                "7K3F-A0B1-C2D3-E4F5-G6H7",
                ADDRESS);
    }

    private PDDocument set(Sheet sheet) throws IOException {
        byte[] pdf = typesetter.pdf(sheet);
        Path kept = Path.of("target", "prints", sheet.layout() + (sheet.isDraft() ? "-draft" : "") + ".pdf");
        Files.createDirectories(kept.getParent());
        Files.write(kept, pdf);
        return Loader.loadPDF(pdf);
    }

    private static String textOf(PDDocument document) throws IOException {
        return new PDFTextStripper().getText(document).replaceAll("\\s", "");
    }

    /** What a telephone reads off a page. */
    private static String scanned(PDDocument document, int page) throws IOException, NotFoundException {
        BufferedImage image = new PDFRenderer(document).renderImageWithDPI(page, 200);
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        var source = new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels);
        return new MultiFormatReader()
                .decode(
                        new BinaryBitmap(new HybridBinarizer(source)),
                        Map.of(
                                DecodeHintType.TRY_HARDER,
                                true,
                                DecodeHintType.POSSIBLE_FORMATS,
                                List.of(BarcodeFormat.QR_CODE)))
                .getText();
    }

    @Test
    void a_file_reads_as_chinese_text_with_its_number_and_code() throws Exception {
        Sheet sheet = file(List.of(new Heading("申请内容"), LINES), "7K3F-A0B1-C2D3-E4F5-G6H7");
        try (PDDocument document = set(sheet)) {
            assertThat(textOf(document))
                    .contains("江苏省建设工程质量监督检测管理信息系统", "人员变更", "编号JS-2026-000123", "检测人员韩示双")
                    .contains("核验码7K3F-A0B1-C2D3-E4F5-G6H7", "第1页，共1页");
            assertThat(scanned(document, 0)).isEqualTo(ADDRESS);
        }
    }

    @Test
    void a_certificate_fits_one_page_and_its_code_leads_to_the_verification() throws Exception {
        try (PDDocument document = set(certificate())) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            assertThat(textOf(document)).contains("检测人员岗位合格证书", "编号JC-M-0011", "江苏省建设工程质量监督总站");
            assertThat(scanned(document, 0)).isEqualTo(ADDRESS);
        }
    }

    @Test
    void a_draft_says_so_and_bears_no_code() throws Exception {
        try (PDDocument document = set(file(List.of(LINES), ""))) {
            assertThat(textOf(document)).contains("草稿，未提交").doesNotContain("核验码");
        }
    }

    @Test
    void a_long_table_runs_over_pages_under_its_heads() throws Exception {
        Grid grid = new Grid(List.of("序号", "意见"), Collections.nCopies(120, List.of("1", "同意，原件已核对。")), "暂无数据");
        try (PDDocument document = set(file(List.of(grid), "7K3F-A0B1-C2D3-E4F5-G6H7"))) {
            assertThat(document.getNumberOfPages()).isGreaterThan(2);
            PDFTextStripper second = new PDFTextStripper();
            second.setStartPage(2);
            second.setEndPage(2);
            assertThat(second.getText(document)).contains("序号").contains("第 2 页");
        }
    }

    @Test
    void an_empty_table_says_so() throws Exception {
        try (PDDocument document = set(file(List.of(new Grid(List.of("意见"), List.of(), "暂无数据")), ""))) {
            assertThat(textOf(document)).contains("暂无数据");
        }
    }

    @Test
    void the_fonts_are_inside_so_that_it_prints_alike_everywhere() throws Exception {
        try (PDDocument document = set(certificate())) {
            for (PDPage page : document.getPages()) {
                for (COSName name : page.getResources().getFontNames()) {
                    assertThat(page.getResources().getFont(name).isEmbedded()).isTrue();
                }
            }
        }
        assertThat(typesetter.pdf(certificate())).hasSizeLessThan(200_000);
    }

    @Test
    void what_people_typed_is_text_and_nothing_else() throws Exception {
        String nasty = "<img src=\"file:///etc/passwd\"/><script>alert(1)</script>&amp;\u0000\u0007\n第二行 𠮷野";
        try (PDDocument document = set(file(List.of(new Lines(List.of(new Line("说明", nasty)))), ""))) {
            assertThat(textOf(document))
                    .contains("<imgsrc=\"file:///etc/passwd\"/>", "<script>alert(1)</script>&amp;", "第二行");
        }
    }
}
