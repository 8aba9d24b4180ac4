package org.zhijian.core.internal.registers;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.zhijian.api.register.DayRule;
import org.zhijian.api.register.Register;
import org.zhijian.api.register.Register.ColumnInfo;
import org.zhijian.api.register.RegisterEditor;
import org.zhijian.core.events.Events.Kind;
import org.zhijian.core.internal.events.Feed;
import org.zhijian.core.internal.modules.ModuleCode;
import org.zhijian.core.internal.store.Hashes;
import org.zhijian.core.internal.store.entity.RecordEntity;
import org.zhijian.core.internal.store.entity.RecordHistoryEntity;

/** Writes the records of one register: content, history, index rows and texts for search go together. Not thread-safe. */
final class RecordEditor<R extends Record> implements RegisterEditor<R> {
    private static final int LONGEST_KEY = 100;
    private static final int SIGNATURE_LENGTH = 16;

    /** Grows when texts are made otherwise, so that those of all records are made anew. */
    private static final String TEXTS = "3";

    private final EntityManager em;
    private final String jurisdiction;
    private final Register<R> register;
    private final String caseId;
    private final Instant now;
    private final StoredRecords<R> records;
    private final Consumer<Map<String, Object>> told;

    /** @param told is told of each change: register, key, version, status before and after, and the hash of the content */
    RecordEditor(
            EntityManager em,
            String jurisdiction,
            Register<R> register,
            String caseId,
            Instant now,
            Consumer<Map<String, Object>> told) {
        this.told = told;
        this.em = em;
        this.jurisdiction = jurisdiction;
        this.register = register;
        this.caseId = caseId;
        this.now = now;
        this.records = new StoredRecords<>(em, jurisdiction, register);
    }

    /** Tells declarations apart by all that decides about index rows, texts and days. */
    static String signature(Register<?> register) {
        List<String> rules = register.dayRules().stream().map(DayRule::id).toList();
        return Hashes.sha256(TEXTS + register.columns() + rules).substring(0, SIGNATURE_LENGTH);
    }

    @Override
    public Optional<R> find(String key) {
        return records.find(key);
    }

    @Override
    public List<R> where(String column, Object value) {
        return records.where(column, value);
    }

    /** A content on its way into the store. */
    private record Content(String json, Cells cells, String status) {}

    private Content content(String json) {
        Cells cells = Cells.of(json);
        return new Content(
                json,
                cells,
                register.statusColumn().map(ColumnInfo::id).map(cells::text).orElse(""));
    }

    @Override
    public void save(R item) {
        String key = register.keyOf(item);
        Optional<RecordEntity> stored = records.entity(key);
        if (stored.isPresent() && records.read(stored.get()).equals(item)) {
            return;
        }
        Content content = content(RecordJson.write(item));
        if (stored.isPresent()) {
            update(stored.get(), content);
        } else if (register.machine().mayBegin(content.status())) {
            insert(key, content);
        } else {
            throw refused(key, "(new)", content.status());
        }
        Feed.note(
                em,
                now,
                jurisdiction,
                Kind.RECORD,
                register.id(),
                key,
                stored.isPresent() ? "CHANGE" : "CREATE",
                Map.of("status", content.status()));
    }

    void seed(R item) {
        String key = register.keyOf(item);
        if (records.entity(key).isEmpty()) {
            insert(key, content(RecordJson.write(item)));
        }
    }

    private void insert(String key, Content content) {
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw new IllegalStateException(
                    "register " + register.id() + ": a key must have 1 to " + LONGEST_KEY + " characters: " + key);
        }
        RecordEntity entity = new RecordEntity(jurisdiction, register.id(), key);
        keep(entity, content);
        em.persist(entity);
    }

    private void update(RecordEntity entity, Content content) {
        if (!register.machine().mayFollow(entity.statusCode(), content.status())) {
            throw refused(entity.recordKey(), entity.statusCode(), content.status());
        }
        em.persist(new RecordHistoryEntity(
                jurisdiction,
                register.id(),
                entity.recordKey(),
                entity.recordVersion(),
                entity.status(),
                entity.data(),
                now,
                caseId));
        keep(entity, content);
    }

    private void keep(RecordEntity entity, Content content) {
        String before = entity.status() == null ? "" : entity.status();
        entity.data(content.json());
        entity.status(content.status().isEmpty() ? null : content.status());
        entity.changedAt(now);
        entity.recordVersion(entity.recordVersion() + 1);
        derive(entity, content.cells());
        Map<String, Object> change = new LinkedHashMap<>();
        change.put("register", register.id());
        change.put("key", entity.recordKey());
        change.put("version", entity.recordVersion());
        change.put("before", before);
        change.put("after", content.status());
        change.put("sha256", Hashes.sha256(content.json()));
        told.accept(change);
    }

    /** What follows from the content and the declaration: index rows, texts for search, and the day of what happens next by itself. */
    private void derive(RecordEntity entity, Cells cells) {
        ReferredNames names = ReferredNames.of(em, entity.jurisdiction(), register.columns(), List.of(cells));
        entity.searchText(Sight.usual(register).usualText(cells, names));
        entity.publicText(register.open() ? Sight.open(register).text(cells, names) : "");
        entity.declaration(signature(register));
        entity.dueOn(
                register.dayRules().isEmpty()
                        ? null
                        : ModuleCode.call(jurisdiction, "a day rule", () -> register.nextDay(records.read(entity)))
                                .orElse(null));
        RecordIndex.keep(em, register, entity, cells);
    }

    private IllegalStateException refused(String key, String from, String to) {
        return new IllegalStateException(
                "register " + register.id() + ", record " + key + ": from " + from + " to " + to + " is not allowed");
    }

    void refresh() {
        em.createQuery(
                        "select r from RecordEntity r where r.jurisdiction = :jurisdiction"
                                + " and r.register = :register and r.declaration <> :signature",
                        RecordEntity.class)
                .setParameter("jurisdiction", jurisdiction)
                .setParameter("register", register.id())
                .setParameter("signature", signature(register))
                .getResultList()
                .forEach(entity -> derive(entity, Cells.of(entity.data())));
    }
}
