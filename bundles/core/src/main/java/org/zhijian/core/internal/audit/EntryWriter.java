package org.zhijian.core.internal.audit;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.zhijian.core.audit.Audit.Format;
import org.zhijian.core.audit.Entry;
import org.zhijian.core.internal.exports.CsvWriter;
import org.zhijian.core.internal.store.Json;

/** Writes entries as lines of JSON, or as CSV. Closing it ends the file, not the stream. */
interface EntryWriter extends Closeable {

    void write(Entry entry) throws IOException;

    @Override
    void close() throws IOException;

    static EntryWriter of(Format format, OutputStream out) throws IOException {
        return format == Format.CSV ? new Csv(out) : new JsonLines(out);
    }

    /** The columns, in the order of the contract. */
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

    /** CSV. */
    final class Csv implements EntryWriter {
        private static final List<String> HEADINGS =
                List.of("流", "序号", "时间", "账号", "操作者", "地址", "操作", "名称", "环节", "轮次", "意见", "详情", "散列");

        private final CsvWriter out;

        private Csv(OutputStream out) throws IOException {
            this.out = new CsvWriter(out);
            this.out.head(HEADINGS);
        }

        @Override
        public void write(Entry entry) throws IOException {
            out.row(columns(entry).values().stream().map(String::valueOf).toList());
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }

    /** One JSON object a line. */
    final class JsonLines implements EntryWriter {
        private final OutputStream out;

        private JsonLines(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(Entry entry) throws IOException {
            out.write((Json.write(columns(entry)) + "\n").getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public void close() throws IOException {
            out.flush();
        }
    }
}
