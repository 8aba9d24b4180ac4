package org.zhijian.core.internal.registers;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.zhijian.api.register.Register;
import org.zhijian.api.register.RegisterEditor;

/** The registers of one jurisdiction, to be written inside one transaction. Not thread-safe. */
public final class RegistersEditor {
    private final EntityManager em;
    private final String jurisdiction;
    private final String caseId;
    private final Instant now;
    private final List<Map<String, Object>> changes = new ArrayList<>();

    /** @param caseId the case whose decision changes records, null if none */
    public RegistersEditor(EntityManager em, String jurisdiction, String caseId, Instant now) {
        this.em = em;
        this.jurisdiction = jurisdiction;
        this.caseId = caseId;
        this.now = now;
    }

    public <R extends Record> RegisterEditor<R> of(Register<R> register) {
        return editor(register);
    }

    /** Keeps a record whatever its status, unless its key is taken: then nothing changes. For casts of demonstrations and the first entries
     * of dictionaries. */
    public <R extends Record> void seed(Register<R> register, R item) {
        editor(register).seed(item);
    }

    /** Renews the index rows and texts of the records that were kept when the register was declared otherwise; contents stay. */
    public void refresh(Register<?> register) {
        editor(register).refresh();
    }

    /** What was changed through this editor, in order, as the audit keeps it. */
    public List<Map<String, Object>> changes() {
        return List.copyOf(changes);
    }

    private <R extends Record> RecordEditor<R> editor(Register<R> register) {
        return new RecordEditor<>(em, jurisdiction, register, caseId, now, changes::add);
    }
}
