package org.zhijian.portal.administration;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import com.vaadin.flow.server.streams.UploadEvent;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.zhijian.api.form.Option;
import org.zhijian.core.access.Caller;
import org.zhijian.core.access.Refusal;
import org.zhijian.core.registration.RegisterImports.Refused;
import org.zhijian.core.registration.RegisterImports.Report;
import org.zhijian.portal.components.Chinese;
import org.zhijian.portal.components.Panel;
import org.zhijian.portal.components.Sentence;
import org.zhijian.portal.components.Table;
import org.zhijian.portal.components.Trace;
import org.zhijian.portal.visit.Platform;
import org.zhijian.portal.visit.Visit;
import org.zhijian.portal.visit.Visitor;

/** 导入账号: taking over an existing register. */
public final class ImportPage extends AdministrationPage {
    private static final int SHOWN = 200;

    private final Div outcome = new Div();
    private final Div headings = new Div();

    public ImportPage(Platform platform) {
        super(platform);
        outcome.setId("import-outcome");
        outcome.getElement().setAttribute("role", "status");
    }

    @Override
    protected void show(Visit visit) {
        List<Option> kinds = visit.region().orElseThrow().registrations().stream()
                .map(registration -> new Option(registration.id(), registration.title()))
                .toList();
        add(heading("导入账号"));
        if (kinds.isEmpty()) {
            add(new Panel("", Sentence.empty("本系统没有可以导入的账号种类")));
            return;
        }
        Select<Option> kind = new Select<>();
        kind.setId("import-kind");
        kind.setLabel("账号种类");
        kind.setItems(kinds);
        kind.setItemLabelGenerator(Option::label);
        kind.addValueChangeListener(event -> headings(visit, event.getValue()));
        kind.setValue(kinds.get(0));
        Upload upload = new Upload(event -> receive(visit, kind.getValue(), event));
        upload.setId("import-file");
        upload.setMaxFiles(1);
        upload.setI18n(Chinese.upload());
        add(
                new Panel(
                        "",
                        Sentence.hint("上传 csv 或 xlsx 文件，第一行为表头。校验规则与注册表单相同；不合格的行不会导入任何内容，"
                                + "改正后可以再次上传整个文件，已导入的不会重复。导入的账号须重置密码后才能登录。"),
                        kind,
                        headings,
                        upload),
                outcome);
    }

    private void headings(Visit visit, Option kind) {
        headings.removeAll();
        headings.add(Sentence.hint("表头："
                + String.join("、", platform().imports().headings(visit.caller(), visit.regionId(), kind.value()))));
    }

    /** Runs on a thread of the web server without the session's lock. */
    private void receive(Visit visit, Option kind, UploadEvent event) throws IOException {
        Caller caller = Visitor.caller(platform().signIn(), event.getSession(), event.getRequest());
        Report report = null;
        String problem = "";
        try (InputStream content = event.getInputStream()) {
            report = platform()
                    .imports()
                    .takeOver(
                            caller,
                            visit.regionId(),
                            new org.zhijian.core.cases.Upload(kind.value(), event.getFileName(), content));
        } catch (Refusal refusal) {
            problem = refusal.getMessage();
        } catch (RuntimeException fault) {
            problem = Trace.sentence(Trace.record(fault));
        }
        Report done = report;
        String sentence = problem;
        event.getUI().access(() -> tell(done, sentence));
    }

    private void tell(Report report, String problem) {
        outcome.removeAll();
        if (report == null) {
            outcome.add(Sentence.problem(problem));
            return;
        }
        Panel panel = new Panel("导入结果");
        panel.add(Sentence.notice(
                "新开通 " + report.created() + " 行，已有 " + report.known() + " 行，未导入 " + report.refusedRows() + " 行"));
        if (!report.refused().isEmpty()) {
            Table table = new Table("行号", "列", "原因").test("import-refused");
            report.refused().stream().limit(SHOWN).forEach(row -> table.row(row.row(), row.column(), row.message()));
            Anchor download = new Anchor(DownloadHandler.fromInputStream(event -> answer(report)), "下载未导入的行及原因");
            download.setId("import-report");
            panel.add(download, table);
        }
        outcome.add(panel);
    }

    private static DownloadResponse answer(Report report) {
        StringBuilder csv = new StringBuilder("\uFEFF行号,列,原因\r\n");
        for (Refused row : report.refused()) {
            csv.append(row.row())
                    .append(',')
                    .append(cell(row.column()))
                    .append(',')
                    .append(cell(row.message()))
                    .append("\r\n");
        }
        byte[] bytes = csv.toString().getBytes(StandardCharsets.UTF_8);
        return new DownloadResponse(
                new ByteArrayInputStream(bytes), "导入报告.csv", "text/csv;charset=UTF-8", bytes.length);
    }

    /** Quoted, and never a formula: a message may repeat what somebody wrote into the file. */
    private static String cell(String text) {
        String harmless = text.isEmpty() || "=+-@\t\r".indexOf(text.charAt(0)) < 0 ? text : "'" + text;
        return '"' + harmless.replace("\"", "\"\"") + '"';
    }
}
