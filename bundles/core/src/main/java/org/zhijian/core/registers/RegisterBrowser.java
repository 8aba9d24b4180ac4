package org.zhijian.core.registers;

import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;
import org.zhijian.api.register.Register;
import org.zhijian.core.access.Caller;
import org.zhijian.core.access.Page;

/** Registers as people and agencies look into them. Thread-safe. */
@ProviderType
public interface RegisterBrowser {

    /**
     * Which records are asked for.
     *
     * @param filters values of indexed columns, by column; a reference column is also found by the name of what it refers to
     * @param text part of any text in the record that the caller may see; blank for any
     */
    record Query(Map<String, String> filters, String text, String cursor, int limit) {
        public Query {
            filters = Map.copyOf(filters);
        }
    }

    /** The declaration of a register of a running jurisdiction. */
    Register<?> register(String jurisdiction, String register);

    /** The records that the caller may see, by key. Offices of the jurisdiction see all, owners their own. */
    Page<RecordView> search(Caller caller, String jurisdiction, String register, Query query);

    RecordView find(Caller caller, String jurisdiction, String register, String key);

    /** The public view: registers that are open, their open columns, masked. */
    Page<RecordView> searchPublic(String jurisdiction, String register, Query query);
}
