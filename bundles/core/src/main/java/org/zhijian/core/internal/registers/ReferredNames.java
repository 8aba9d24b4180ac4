package org.zhijian.core.internal.registers;

import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.zhijian.api.register.Column.Refers;
import org.zhijian.api.register.Register.ColumnInfo;
import org.zhijian.core.internal.identity.Names;

/** The names of all that some records refer to, read at once. Immutable. */
record ReferredNames(Map<Target, Map<String, String>> names) {

    /** What ids are ids of. @param dictionary blank for what is no entry of one */
    private record Target(Refers kind, String dictionary) implements Comparable<Target> {
        static Target of(ColumnInfo column) {
            return new Target(column.refers(), column.of());
        }

        @Override
        public int compareTo(Target other) {
            int byKind = kind.compareTo(other.kind);
            return byKind == 0 ? dictionary.compareTo(other.dictionary) : byKind;
        }
    }

    static ReferredNames of(
            EntityManager em, String jurisdiction, List<ColumnInfo> columns, Collection<Cells> records) {
        Map<Target, Set<String>> ids = new TreeMap<>();
        for (ColumnInfo column : columns) {
            if (column.refers() != Refers.NOTHING) {
                Set<String> wanted = ids.computeIfAbsent(Target.of(column), target -> new TreeSet<>());
                records.forEach(cells -> wanted.addAll(cells.texts(column.id())));
            }
        }
        Map<Target, Map<String, String>> names = new TreeMap<>();
        ids.forEach((target, wanted) -> names.put(target, names(em, jurisdiction, target, wanted)));
        return new ReferredNames(names);
    }

    private static Map<String, String> names(EntityManager em, String jurisdiction, Target target, Set<String> ids) {
        Names directory = new Names(em);
        return switch (target.kind()) {
            case PERSON -> directory.people(ids);
            case ORGANISATION -> directory.organisations(ids);
            case OFFICE -> directory.offices(ids);
            case ENTRY -> Entries.labels(em, jurisdiction, target.dictionary());
            case NOTHING -> Map.of();
        };
    }

    /** Ids of whatever the column refers to that bears exactly this name, identity number or code. */
    static List<String> idsNamed(EntityManager em, String jurisdiction, ColumnInfo column, String name) {
        Names directory = new Names(em);
        return switch (column.refers()) {
            case PERSON -> directory.peopleKnownAs(name);
            case ORGANISATION -> directory.organisationsKnownAs(name);
            case OFFICE -> directory.officesNamed(name);
            case ENTRY ->
                Entries.labels(em, jurisdiction, column.of()).entrySet().stream()
                        .filter(entry -> entry.getValue().equals(name))
                        .map(Map.Entry::getKey)
                        .toList();
            case NOTHING -> List.of();
        };
    }

    /** The name of what the id in the column refers to, blank if nobody knows it. */
    String name(ColumnInfo column, String id) {
        return names.getOrDefault(Target.of(column), Map.of()).getOrDefault(id, "");
    }
}
