package org.zhijian.rest.schema;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Stream;
import org.zhijian.api.notice.Mask;
import org.zhijian.api.register.Register;
import org.zhijian.api.register.Register.ColumnInfo;
import org.zhijian.core.registers.RegisterBrowser;

/** A record of a register as JSON Schema. Who may not see a column does not get it, so none but the key is certain to be there. */
final class RegisterSchema {
    private RegisterSchema() {}

    /** @param publicly true for the public view: its open columns alone */
    static ObjectNode of(Register<?> register, boolean publicly) {
        ObjectNode schema = Nodes.type("object").put("title", register.title());
        ObjectNode properties = schema.putObject("properties");
        properties.set("key", Nodes.type("string").put("title", "主键"));
        ObjectNode status = register.statusColumn()
                .map(column -> Nodes.choice(column.options()))
                .orElseGet(() -> Nodes.type("string"));
        properties.set("status", status.put("title", "状态"));
        columns(register, publicly).forEach(column -> properties.set(column.id(), of(column)));
        properties
                .putObject("labels")
                .put("type", "object")
                .put("title", "各列代码和引用的中文名称")
                .putObject("additionalProperties")
                .put("type", "string");
        properties.putObject("version").put("type", "integer").put("title", "记录版本");
        properties
                .putObject("changedAt")
                .put("type", "string")
                .put("format", "date-time")
                .put("title", "变更时间");
        return schema.set("required", Nodes.array(List.of("key")));
    }

    /** The columns by which a list can be narrowed, as query parameters. */
    static ArrayNode filters(Register<?> register, boolean publicly) {
        ArrayNode parameters = Nodes.object().putArray("parameters");
        columns(register, publicly).stream().filter(ColumnInfo::index).forEach(column -> parameters
                .addObject()
                .put("name", column.id())
                .put("in", "query")
                .put("description", column.title())
                .set("schema", column.options().isEmpty() ? Nodes.type("string") : Nodes.choice(column.options())));
        return parameters;
    }

    /** What a list can be sorted by. */
    static ArrayNode sorts(Register<?> register, boolean publicly) {
        return Nodes.sorts(Stream.concat(
                        columns(register, publicly).stream()
                                .filter(RegisterBrowser::isSortable)
                                .filter(column -> !publicly || column.mask() == Mask.NONE)
                                .map(ColumnInfo::id),
                        Stream.of(RegisterBrowser.CHANGED))
                .toList());
    }

    private static List<ColumnInfo> columns(Register<?> register, boolean publicly) {
        return register.columns().stream()
                .filter(column -> column.open() || !publicly)
                .toList();
    }

    private static ObjectNode of(ColumnInfo column) {
        ObjectNode schema =
                switch (column.kind()) {
                    case TEXT -> Nodes.type("string");
                    case NUMBER -> Nodes.object().set("type", Nodes.array(List.of("integer", "string")));
                    case FLAG -> Nodes.type("boolean");
                    case DAY -> Nodes.type("string").put("format", "date");
                    case CHOICE -> Nodes.choice(column.options());
                    case LIST -> Nodes.type("array").set("items", item(column));
                };
        return schema.put("title", column.title());
    }

    private static ObjectNode item(ColumnInfo column) {
        return column.options().isEmpty() ? Nodes.type("string") : Nodes.choice(column.options());
    }
}
