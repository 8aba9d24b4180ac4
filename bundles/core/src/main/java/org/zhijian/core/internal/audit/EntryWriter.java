package org.zhijian.core.internal.audit;

import java.io.IOException;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.zhijian.core.audit.Audit.Format;
import org.zhijian.core.audit.Entry;
import org.zhijian.core.internal.store.Json;

/** Writes entries as lines: JSON, or CSV as RFC 4180 has it with a byte order mark, so that spreadsheets read Chinese. */
final class EntryWriter {
    private static final String MARK = "\uFEFF";

    private final Writer out;
    private final Format format;

    EntryWriter(Writer out, Format format) {
        this.out = out;
        this.format = format;
    }

    void begin() throws IOException {
        if (format == Format.CSV) {
            out.write(MARK + "stream,seq,at,accountId,actor,address,action,title,step,round,opinion,detail,hash\r\n");
        }
    }

    void write(Entry entry) throws IOException {
        Map<String, Object> columns = columns(entry);
        out.write(
                format == Format.CSV
                        ? columns.values().stream()
                                        .map(value -> cell(String.valueOf(value)))
                                        .collect(Collectors.joining(","))
                                + "\r\n"
                        : Json.write(columns) + "\n");
    }

    private static Map<String, Object> columns(Entry entry) {
        Map<String, Object> columns = new LinkedHashMap<>();
        columns.put("stream", entry.stream());
        columns.put("seq", entry.seq());
        columns.put("at", entry.at().toString());
        columns.put("accountId", entry.accountId());
        columns.put("actor", entry.actor());
        columns.put("address", entry.address());
        columns.put("action", entry.action());
        columns.put("title", entry.title());
        columns.put("step", entry.step());
        columns.put("round", entry.round());
        columns.put("opinion", entry.opinion());
        columns.put("detail", entry.detail());
        columns.put("hash", entry.hash());
        return columns;
    }

    /** A text that a spreadsheet would take for a formula begins with an apostrophe. */
    private static String cell(String value) {
        String safe = !value.isEmpty() && "=+-@\t\r".indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
        return safe.chars().anyMatch(sign -> ",\"\r\n".indexOf(sign) >= 0)
                ? '"' + safe.replace("\"", "\"\"") + '"'
                : safe;
    }
}
