package org.zhijian.core.registers;

import java.util.List;
import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;
import org.zhijian.api.register.Column.Refers;
import org.zhijian.api.register.Register;
import org.zhijian.api.register.Register.ColumnInfo;
import org.zhijian.api.register.Register.Kind;
import org.zhijian.core.access.Caller;
import org.zhijian.core.access.Page;
import org.zhijian.core.access.Refusal;
import org.zhijian.core.access.Sort;

/** Registers as people and agencies look into them. Thread-safe. */
@ProviderType
public interface RegisterBrowser {

    /** What records are sorted by when it is none of their columns: the time of the last change. */
    String CHANGED = "changedAt";

    /**
     * Which records are asked for, and in which order.
     *
     * @param filters values of indexed columns, by column; a reference column is also found by the name of what it refers to,
     *     and by the identity number of a person or the code of an organisation, a day also by a {@link DaySpan}
     * @param text part of any text in the record that the caller may see; blank for any
     * @param sort by a column that is {@link #isSortable sortable}, or by {@link #CHANGED}; blank is the key
     */
    record Query(Map<String, String> filters, String text, Sort<String> sort, String cursor, int limit) {
        public Query {
            filters = Map.copyOf(filters);
        }

        /** By key. */
        public Query(Map<String, String> filters, String text, String cursor, int limit) {
            this(filters, text, Sort.ascending(""), cursor, limit);
        }

        public Query page(String behind, int rows) {
            return new Query(filters, text, sort, behind, rows);
        }
    }

    /** True if records are sorted by this column: it is the key, the status or indexed, and holds one value whose text has an order. */
    static boolean isSortable(ColumnInfo column) {
        boolean ordered = column.kind() == Kind.TEXT || column.kind() == Kind.DAY || column.kind() == Kind.CHOICE;
        return ordered && column.refers() == Refers.NOTHING && (column.key() || column.status() || column.index());
    }

    static Refusal notSortable(String column) {
        return Refusal.malformed("不支持的排序：" + column);
    }

    /** The declaration of a register of a running jurisdiction. */
    Register<?> register(String jurisdiction, String register);

    /** Its columns; those that refer to a dictionary with what stands there now, retired entries too, for those are still found. */
    List<ColumnInfo> columns(String jurisdiction, String register);

    /** The records that the caller may see. Offices of the jurisdiction and agencies with a grant see all, owners their own. */
    Page<RecordView> search(Caller caller, String jurisdiction, String register, Query query);

    /** One of them. Identity numbers and phones are masked here as in {@link #search}. */
    RecordView find(Caller caller, String jurisdiction, String register, String key);

    /**
     * What the record held before, newest first, at most {@value Page#MAX} versions, each with the time at which it was replaced; for
     * those who may see it as it is.
     */
    List<RecordView> history(Caller caller, String jurisdiction, String register, String key);

    /** The same record with identity numbers and phones in clear. That the caller saw them is kept in the audit. */
    RecordView reveal(Caller caller, String jurisdiction, String register, String key);

    /** The public view: registers that are open, their open columns, masked. */
    Page<RecordView> searchPublic(String jurisdiction, String register, Query query);
}
