package org.zhijian.core.internal.registers;

import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.zhijian.api.register.Column.Refers;
import org.zhijian.api.register.Register.ColumnInfo;
import org.zhijian.core.internal.identity.Names;

/** The names of all that some records refer to, read at once. Immutable. */
record ReferredNames(Map<Refers, Map<String, String>> names) {

    static ReferredNames of(EntityManager em, List<ColumnInfo> columns, Collection<Cells> records) {
        Map<Refers, Set<String>> ids = new EnumMap<>(Refers.class);
        for (ColumnInfo column : columns) {
            if (column.refers() != Refers.NOTHING) {
                Set<String> ofKind = ids.computeIfAbsent(column.refers(), kind -> new TreeSet<>());
                records.forEach(cells -> ofKind.addAll(cells.texts(column.id())));
            }
        }
        Names directory = new Names(em);
        Map<Refers, Map<String, String>> names = new EnumMap<>(Refers.class);
        ids.forEach((kind, wanted) -> names.put(kind, names(directory, kind, wanted)));
        return new ReferredNames(names);
    }

    private static Map<String, String> names(Names directory, Refers kind, Set<String> ids) {
        return switch (kind) {
            case PERSON -> directory.people(ids);
            case ORGANISATION -> directory.organisations(ids);
            case OFFICE -> directory.offices(ids);
            case NOTHING -> Map.of();
        };
    }

    /** Ids of whatever of this kind bears exactly this name, identity number or code. */
    static List<String> idsNamed(EntityManager em, Refers kind, String name) {
        Names directory = new Names(em);
        return switch (kind) {
            case PERSON -> directory.peopleKnownAs(name);
            case ORGANISATION -> directory.organisationsKnownAs(name);
            case OFFICE -> directory.officesNamed(name);
            case NOTHING -> List.of();
        };
    }

    /** The name of what the id refers to, blank if nobody knows it. */
    String name(Refers kind, String id) {
        return names.getOrDefault(kind, Map.of()).getOrDefault(id, "");
    }
}
