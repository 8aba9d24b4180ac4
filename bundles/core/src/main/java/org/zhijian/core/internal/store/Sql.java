package org.zhijian.core.internal.store;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Query;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.apache.openjpa.jdbc.conf.JDBCConfiguration;
import org.apache.openjpa.jdbc.sql.PostgresDictionary;
import org.apache.openjpa.persistence.OpenJPAPersistence;

/** A query in the databases' own language, its text and its parameters put together side by side. Not thread-safe. */
public final class Sql {
    private final EntityManager em;
    private final boolean postgres;
    private final StringBuilder text = new StringBuilder();
    private final List<Object> parameters = new ArrayList<>();

    public Sql(EntityManager em) {
        this.em = em;
        this.postgres = OpenJPAPersistence.cast(em.getEntityManagerFactory()).getConfiguration()
                        instanceof JDBCConfiguration jdbc
                && jdbc.getDBDictionaryInstance() instanceof PostgresDictionary;
    }

    /** True on PostgreSQL, false on Derby. */
    boolean isPostgres() {
        return postgres;
    }

    /** Adds text, which has one {@code ?} for each value. Values are texts, numbers and days. */
    public Sql add(String sql, Object... values) {
        text.append(sql);
        for (Object value : values) {
            parameters.add(value instanceof LocalDate day ? java.sql.Date.valueOf(day) : value);
        }
        return this;
    }

    /** Adds the other's text and parameters. */
    public Sql add(Sql other) {
        text.append(other.text);
        parameters.addAll(other.parameters);
        return this;
    }

    /** Adds {@code column in (...)}; nothing is in an empty collection. */
    public Sql in(String column, Collection<?> values) {
        return values.isEmpty()
                ? add("1 = 0")
                : add(
                        column + " in (" + String.join(", ", Collections.nCopies(values.size(), "?")) + ")",
                        values.toArray());
    }

    /**
     * Adds the condition that a column, folded as {@link SearchText#fold} does, contains what was typed. Where two characters or more were
     * typed, PostgreSQL looks them up in its index of pairs; a single pair is all that there is to know.
     */
    public Sql contains(String column, String typed) {
        String folded = SearchText.fold(typed);
        int characters = folded.codePointCount(0, folded.length());
        String like = column + " like ? escape '!'";
        if (!postgres || characters < 2) {
            return add(like, SearchText.pattern(folded));
        }
        add("zj_bigrams(" + column + ") @> zj_bigrams(?)", folded);
        return characters == 2 ? this : add(" and " + like, SearchText.pattern(folded));
    }

    /** Ends the query: no more rows than these. */
    public Sql first(int rows) {
        return add(" fetch first " + rows + " rows only");
    }

    /** The one row found, as an entity, locked until the transaction ends. The query selects all columns of the entity's table. */
    public <T> Optional<T> locked(Class<T> type) {
        Query query = query(em.createNativeQuery(text + (postgres ? " for update" : ""), type));
        Optional<T> found =
                ((List<?>) query.getResultList()).stream().map(type::cast).findFirst();
        if (!postgres) {
            // Derby locks no row that is found by way of another.
            found.ifPresent(entity -> {
                em.lock(entity, LockModeType.PESSIMISTIC_WRITE);
                em.refresh(entity);
            });
        }
        return found;
    }

    private Query query(Query query) {
        for (int i = 0; i < parameters.size(); i++) {
            query.setParameter(i + 1, parameters.get(i));
        }
        return query;
    }

    /** The rows found. */
    public List<Object[]> rows() {
        Query query = query(em.createNativeQuery(text.toString()));
        List<Object[]> rows = new ArrayList<>();
        for (Object row : query.getResultList()) {
            rows.add(row instanceof Object[] columns ? columns : new Object[] {row});
        }
        return rows;
    }

    /** The first column of the rows found, as texts. */
    public List<String> texts() {
        return rows().stream().map(row -> (String) row[0]).toList();
    }

    @Override
    public String toString() {
        return text + " " + Arrays.toString(parameters.toArray());
    }
}
