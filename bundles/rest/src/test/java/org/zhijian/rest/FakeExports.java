package org.zhijian.rest;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.zhijian.core.access.Caller;
import org.zhijian.core.cases.CaseQuery;
import org.zhijian.core.cases.TaskQuery;
import org.zhijian.core.exports.Export;
import org.zhijian.core.exports.Exports;
import org.zhijian.core.exports.Format;
import org.zhijian.core.registers.RegisterBrowser;

/** Exports that tell what they were asked for. */
final class FakeExports implements Exports {
    private final Map<String, Object> seen;

    FakeExports(Map<String, Object> seen) {
        this.seen = seen;
    }

    @Override
    public Export cases(Caller caller, CaseQuery query, Format format) {
        return export(query, format);
    }

    @Override
    public Export tasks(Caller caller, TaskQuery query, Format format) {
        return export(query, format);
    }

    @Override
    public Export register(
            Caller caller, String jurisdiction, String register, RegisterBrowser.Query query, Format format) {
        return export(query, format);
    }

    @Override
    public Export publicRegister(String jurisdiction, String register, RegisterBrowser.Query query, Format format) {
        return export(query, format);
    }

    private Export export(Object query, Format asked) {
        seen.put("exported", query);
        return new Export() {
            @Override
            public String fileName() {
                return "业务查询." + asked.ending();
            }

            @Override
            public Format format() {
                return asked;
            }

            @Override
            public void writeTo(OutputStream out) throws IOException {
                out.write("编号".getBytes(StandardCharsets.UTF_8));
            }
        };
    }
}
