package org.zhijian.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.zhijian.api.register.Register;
import org.zhijian.api.register.Register.ColumnInfo;
import org.zhijian.api.register.RegisterEditor;

/** The records of one register in memory, by key, held to the register's status machine. Not thread-safe. */
public final class MemoryRegister<R extends Record> implements RegisterEditor<R> {
    private final Register<R> register;
    private final Map<String, R> records = new TreeMap<>();
    private final List<R> saved = new ArrayList<>();

    MemoryRegister(Register<R> register) {
        this.register = register;
    }

    @Override
    public Optional<R> find(String key) {
        return Optional.ofNullable(records.get(key));
    }

    @Override
    public List<R> where(String column, Object value) {
        boolean indexed = register.column(column).map(ColumnInfo::index).orElse(false);
        if (!indexed) {
            throw new IllegalArgumentException("台账 " + register.id() + " 没有可检索的列“" + column + "”");
        }
        List<String> wanted = RecordValues.codes(value);
        return records.values().stream()
                .filter(item -> RecordValues.codes(RecordValues.get(item, column)).stream()
                        .anyMatch(wanted::contains))
                .toList();
    }

    @Override
    public void save(R item) {
        String key = register.keyOf(item);
        register.statusColumn().ifPresent(column -> checkStatus(key, column, item));
        records.put(key, item);
        saved.add(item);
    }

    private void checkStatus(String key, ColumnInfo column, R item) {
        String status = status(column, item);
        Optional<String> before = find(key).map(old -> status(column, old));
        boolean allowed = before.map(old -> register.machine().mayFollow(old, status))
                .orElseGet(() -> register.machine().mayBegin(status));
        if (!allowed) {
            throw new IllegalStateException("台账 %s 的记录 %s 不能由“%s”变为“%s”"
                    .formatted(register.id(), key, before.map(column::labelOf).orElse("无"), column.labelOf(status)));
        }
    }

    private String status(ColumnInfo column, R item) {
        return String.join("", RecordValues.codes(RecordValues.get(item, column.id())));
    }

    /** Puts a record there as something given, whatever its status, without counting it as saved. */
    public void put(R item) {
        records.put(register.keyOf(item), item);
    }

    /** All records, by key. */
    public List<R> all() {
        return List.copyOf(records.values());
    }

    /** What has been saved, in this order, older states of a record included. */
    public List<R> saved() {
        return List.copyOf(saved);
    }
}
