package org.zhijian.core.internal.documents;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.zhijian.api.form.Field;
import org.zhijian.api.form.FieldType;
import org.zhijian.api.form.Form;
import org.zhijian.api.form.FormData;
import org.zhijian.api.procedure.Procedure;
import org.zhijian.core.cases.AttachmentView;
import org.zhijian.core.cases.CaseView;
import org.zhijian.core.cases.LogEntry;
import org.zhijian.core.documents.Sheet.Block;
import org.zhijian.core.documents.Sheet.Grid;
import org.zhijian.core.documents.Sheet.Heading;
import org.zhijian.core.documents.Sheet.Line;
import org.zhijian.core.documents.Sheet.Lines;
import org.zhijian.core.words.Answer;
import org.zhijian.core.words.Asked;
import org.zhijian.core.words.Formats;

/** What is printed of a case: what its page shows, read from the same definition. Pure functions. */
final class CaseSheet {
    private static final String NO_DATA = "暂无数据";

    private CaseSheet() {}

    static List<Block> of(CaseView view) {
        Procedure definition = view.definition();
        List<Block> blocks = new ArrayList<>();
        blocks.add(summary(view));
        form(blocks, "申请内容", definition.applicantForm(), view.form(), view.labels(), "");
        definition
                .chain()
                .steps()
                .filter(step -> view.stepForms().containsKey(step.id()))
                .forEach(step -> form(
                        blocks,
                        step.title(),
                        Procedure.formOf(step),
                        view.stepForms().get(step.id()),
                        view.labels(),
                        step.id() + "."));
        blocks.add(new Heading("材料"));
        blocks.add(materials(view));
        blocks.add(new Heading("办理记录"));
        blocks.add(log(view.log()));
        return blocks;
    }

    private static Lines summary(CaseView view) {
        return new Lines(List.of(
                new Line("申请人", view.line().applicant()),
                new Line("提交时间", Formats.minute(view.line().submittedAt())),
                new Line("办理状态", view.line().stage().label())));
    }

    private static void form(
            List<Block> blocks, String title, Form form, FormData data, Map<String, String> labels, String prefix) {
        Set<String> visible = Asked.visible(form, data);
        String heading = title;
        for (Form.Section section : form.sections()) {
            List<Field> fields = section.fields().stream()
                    .filter(field -> visible.contains(field.id()))
                    .toList();
            if (fields.isEmpty()) {
                continue;
            }
            if (!heading.isBlank() || !section.title().isBlank()) {
                blocks.add(new Heading(section.title().isBlank() ? heading : section.title()));
            }
            heading = "";
            section(blocks, fields, data, labels, prefix);
        }
    }

    private static void section(
            List<Block> blocks, List<Field> fields, FormData data, Map<String, String> labels, String prefix) {
        List<Line> lines = new ArrayList<>();
        for (Field field : fields) {
            if (field.type() instanceof FieldType.Table table) {
                addLines(blocks, lines);
                blocks.add(new Heading(field.label()));
                blocks.add(table(field, table, data, labels, prefix));
            } else {
                lines.add(new Line(field.label(), word(field, prefix + field.id(), data, labels)));
            }
        }
        addLines(blocks, lines);
    }

    private static void addLines(List<Block> blocks, List<Line> lines) {
        if (!lines.isEmpty()) {
            blocks.add(new Lines(lines));
            lines.clear();
        }
    }

    private static Grid table(
            Field field, FieldType.Table type, FormData data, Map<String, String> labels, String prefix) {
        List<List<String>> rows = new ArrayList<>();
        for (FormData row : data.rows(field.id())) {
            String place = prefix + field.id() + "[" + rows.size() + "].";
            rows.add(type.columns().stream()
                    .map(column -> word(column, place + column.id(), row, labels))
                    .toList());
        }
        return new Grid(type.columns().stream().map(Field::label).toList(), rows, NO_DATA);
    }

    private static String word(Field field, String place, FormData data, Map<String, String> labels) {
        String label = labels.getOrDefault(place, "");
        return label.isBlank() ? Answer.text(field, data) : label;
    }

    private static Grid materials(CaseView view) {
        Map<String, String> titles = new LinkedHashMap<>();
        view.definition().slots().forEach(slot -> titles.put(slot.id(), slot.title()));
        view.definition()
                .chain()
                .steps()
                .flatMap(step -> step.slots().stream())
                .forEach(slot -> titles.put(slot.id(), slot.title()));
        List<List<String>> rows = view.attachments().stream()
                .filter(AttachmentView::current)
                .map(file -> List.of(
                        titles.getOrDefault(file.slot(), file.slot()), file.fileName(), Formats.size(file.size())))
                .collect(Collectors.toList());
        return new Grid(List.of("材料名称", "文件", "大小"), rows, NO_DATA);
    }

    /** APR-08. */
    private static Grid log(List<LogEntry> log) {
        List<List<String>> rows = new ArrayList<>();
        for (LogEntry entry : log) {
            rows.add(List.of(
                    String.valueOf(rows.size() + 1),
                    Formats.minute(entry.at()),
                    entry.actor(),
                    entry.action(),
                    entry.opinion()));
        }
        return new Grid(List.of("序号", "操作时间", "操作人", "操作", "意见"), rows, NO_DATA);
    }
}
