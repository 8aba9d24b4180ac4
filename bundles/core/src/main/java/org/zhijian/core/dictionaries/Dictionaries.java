package org.zhijian.core.dictionaries;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import org.zhijian.api.register.Dictionary.Entry;
import org.zhijian.core.access.Caller;
import org.zhijian.core.access.Once;

/**
 * The dictionaries of a region (数据字典). Those who administer the region edit them; others of the region are refused with 403, everybody else
 * with 404. Each change is an audit event with what was and what is. Thread-safe.
 */
@ProviderType
public interface Dictionaries {

    /** A dictionary with its entries in order, the retired ones too. */
    record Content(String id, String title, List<Entry> entries) {
        public Content {
            entries = List.copyOf(entries);
        }
    }

    /** The dictionaries of a region, as its module declares them. */
    List<Content> list(Caller caller, String jurisdiction);

    /**
     * Keeps an entry under its code, new or changed; nothing changes if it is the same already.
     *
     * @throws org.zhijian.core.access.Refusal 404 for an unknown dictionary; 422 for a code or label that cannot be, or a label that another entry in
     *     use bears
     */
    Content save(Caller caller, Once once, String jurisdiction, String dictionary, Entry entry);
}
