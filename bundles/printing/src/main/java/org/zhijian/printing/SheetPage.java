package org.zhijian.printing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.zhijian.core.documents.Sheet;
import org.zhijian.core.documents.Sheet.Block;
import org.zhijian.core.documents.Sheet.Grid;
import org.zhijian.core.documents.Sheet.Heading;
import org.zhijian.core.documents.Sheet.Line;
import org.zhijian.core.documents.Sheet.Lines;

/** A sheet as a page of XHTML. Every text is escaped; nothing in it leads anywhere. Pure functions. */
final class SheetPage {
    private static final int FIRST_PRINTABLE = 0x20;

    private SheetPage() {}

    static String of(Sheet sheet) {
        StringBuilder page = new StringBuilder(
                        "<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"zh-CN\"><head><title>")
                .append(text(sheet.title() + " " + sheet.number()))
                .append("</title><style>")
                .append(style(sheet.layout()))
                .append("</style></head><body class=\"")
                .append(sheet.layout().name().toLowerCase(java.util.Locale.ROOT))
                .append("\">");
        switch (sheet.layout()) {
            case FILE -> file(page, sheet);
            case CERTIFICATE -> certificate(page, sheet);
        }
        return page.append("</body></html>").toString();
    }

    private static void file(StringBuilder page, Sheet sheet) {
        page.append("<div class=\"foot\">")
                .append(text(sheet.isDraft() ? "草稿，未提交" : "核验码 " + sheet.code()))
                .append("</div><table class=\"head\"><tr><td>");
        element(page, "p", "house", sheet.house());
        element(page, "h1", "", sheet.title());
        element(page, "p", "number", sheet.number().isBlank() ? "" : "编号 " + sheet.number());
        element(page, "p", "hint", (sheet.isDraft() ? "草稿，未提交　" : "") + "打印时间 " + sheet.issuedAt());
        page.append("</td>");
        if (!sheet.isDraft()) {
            page.append("<td class=\"code\">");
            code(page, sheet);
            page.append("</td>");
        }
        page.append("</tr></table>");
        sheet.blocks().forEach(block -> block(page, block));
    }

    private static void certificate(StringBuilder page, Sheet sheet) {
        page.append("<div class=\"frame\">");
        element(page, "h1", "", sheet.title());
        element(page, "p", "number", "编号 " + sheet.number());
        sheet.blocks().forEach(block -> block(page, block));
        page.append("<table class=\"seal\"><tr><td class=\"code\">");
        code(page, sheet);
        page.append("</td><td class=\"issuer\">");
        element(page, "p", "", sheet.issuer());
        element(page, "p", "", sheet.issuedAt());
        page.append("</td></tr></table></div>");
    }

    private static void code(StringBuilder page, Sheet sheet) {
        page.append("<img alt=\"\" src=\"")
                .append(QrCode.dataAddress(sheet.address()))
                .append("\"/>");
        element(page, "p", "hint", "扫码核验");
        element(page, "p", "hint", sheet.code());
    }

    private static void block(StringBuilder page, Block block) {
        if (block instanceof Heading heading) {
            element(page, "h2", "", heading.text());
        } else if (block instanceof Lines lines) {
            page.append("<table class=\"lines\">");
            lines.lines().forEach(line -> line(page, line));
            page.append("</table>");
        } else if (block instanceof Grid grid) {
            grid(page, grid);
        }
    }

    private static void line(StringBuilder page, Line line) {
        page.append("<tr>");
        element(page, "th", "", line.label());
        element(page, "td", "", line.value().isBlank() ? "—" : line.value());
        page.append("</tr>");
    }

    private static void grid(StringBuilder page, Grid grid) {
        if (grid.rows().isEmpty()) {
            element(page, "p", "hint", grid.none());
            return;
        }
        page.append("<table class=\"grid\"><thead><tr>");
        grid.heads().forEach(head -> element(page, "th", "", head));
        page.append("</tr></thead><tbody>");
        for (List<String> row : grid.rows()) {
            page.append("<tr>");
            row.forEach(cell -> element(page, "td", "", cell));
            page.append("</tr>");
        }
        page.append("</tbody></table>");
    }

    private static void element(StringBuilder page, String name, String style, String content) {
        page.append('<').append(name);
        if (!style.isBlank()) {
            page.append(" class=\"").append(style).append('"');
        }
        page.append('>').append(text(content)).append("</").append(name).append('>');
    }

    /** As text of XML; what XML has no place for is left out, line breaks are kept. */
    static String text(String content) {
        StringBuilder escaped = new StringBuilder();
        content.codePoints().forEach(point -> {
            switch (point) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\n' -> escaped.append("<br/>");
                default -> {
                    if (isXml(point)) {
                        escaped.appendCodePoint(point);
                    }
                }
            }
        });
        return escaped.toString();
    }

    private static boolean isXml(int point) {
        return point >= FIRST_PRINTABLE && !Character.isSurrogate((char) point) && point != 0xFFFE && point != 0xFFFF
                || Character.isSupplementaryCodePoint(point);
    }

    private static String style(Sheet.Layout layout) {
        String name = layout == Sheet.Layout.FILE ? "file.css" : "certificate.css";
        try (InputStream css = SheetPage.class.getResourceAsStream(name)) {
            return new String(css.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
