package org.zhijian.itests.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Exported tables as the programs of their readers see them: rows of cells. */
public final class Tables {
    private static final Pattern ROW = Pattern.compile("<row\\b[^>]*?(?:/>|>(.*?)</row>)", Pattern.DOTALL);
    private static final Pattern CELL = Pattern.compile("<c\\b([^>]*?)(?:/>|>(.*?)</c>)", Pattern.DOTALL);
    private static final Pattern TEXT = Pattern.compile("<t\\b[^>]*>(.*?)</t>", Pattern.DOTALL);
    private static final Pattern VALUE = Pattern.compile("<v>(.*?)</v>", Pattern.DOTALL);
    private static final Pattern CHARACTER = Pattern.compile("&#x([0-9a-fA-F]+);");
    private static final Pattern SHARED = Pattern.compile("<si>(.*?)</si>", Pattern.DOTALL);

    private Tables() {}

    /** The first sheet of a workbook. */
    public static List<List<String>> xlsx(byte[] file) {
        Map<String, String> parts = parts(file);
        List<String> shared = new ArrayList<>();
        Matcher strings = SHARED.matcher(parts.getOrDefault("xl/sharedStrings.xml", ""));
        while (strings.find()) {
            shared.add(texts(strings.group(1)));
        }
        List<List<String>> rows = new ArrayList<>();
        Matcher found = ROW.matcher(parts.get("xl/worksheets/sheet1.xml"));
        while (found.find()) {
            List<String> cells = new ArrayList<>();
            Matcher cell = CELL.matcher(found.group(1) == null ? "" : found.group(1));
            while (cell.find()) {
                cells.add(cell(cell.group(1), cell.group(2) == null ? "" : cell.group(2), shared));
            }
            rows.add(cells);
        }
        return rows;
    }

    private static String cell(String attributes, String content, List<String> shared) {
        Matcher value = VALUE.matcher(content);
        if (attributes.contains("t=\"s\"") && value.find()) {
            return shared.get(Integer.parseInt(value.group(1)));
        }
        String text = texts(content);
        return text.isEmpty() && value.reset().find() ? value.group(1) : text;
    }

    private static String texts(String xml) {
        StringBuilder text = new StringBuilder();
        Matcher parts = TEXT.matcher(xml);
        while (parts.find()) {
            text.append(parts.group(1));
        }
        return CHARACTER
                .matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(Character.toString(Integer.parseInt(found.group(1), 16))))
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&amp;", "&");
    }

    private static Map<String, String> parts(byte[] file) {
        Map<String, String> parts = new HashMap<>();
        try {
            Path workbook = Files.write(Files.createTempFile("workbook", ".xlsx"), file);
            try (ZipFile zip = new ZipFile(workbook.toFile())) {
                for (ZipEntry entry : Collections.list(zip.entries())) {
                    byte[] content = zip.getInputStream(entry).readAllBytes();
                    parts.put(entry.getName(), new String(content, StandardCharsets.UTF_8));
                }
            } finally {
                Files.delete(workbook);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return parts;
    }

    /** Lines of comma-separated cells without line feeds in them, with a byte order mark so that Excel knows the encoding. */
    public static List<List<String>> csv(byte[] file) {
        String text = new String(file, StandardCharsets.UTF_8);
        if (!text.startsWith("\uFEFF")) {
            throw new AssertionError("without a byte order mark Excel takes it for GBK: " + text);
        }
        return text.substring(1)
                .lines()
                .map(line -> List.of(line.replaceAll("^\"|\"$", "").split("\"?,\"?", -1)))
                .toList();
    }
}
