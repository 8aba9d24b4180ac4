package org.zhijian.core.internal.registers;

import jakarta.persistence.EntityManager;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.zhijian.api.form.Option;
import org.zhijian.api.register.Dictionary.Entry;
import org.zhijian.core.internal.store.entity.RecordEntity;

/** What stands in dictionaries, as one transaction sees it. */
final class Entries {
    private Entries() {}

    /** All entries in order, the retired ones too. */
    static List<Entry> of(EntityManager em, String jurisdiction, String dictionary) {
        return em
                .createQuery(
                        "select r from RecordEntity r where r.jurisdiction = :jurisdiction and r.register = :register",
                        RecordEntity.class)
                .setParameter("jurisdiction", jurisdiction)
                .setParameter("register", dictionary)
                .getResultList()
                .stream()
                .map(entity -> RecordJson.read(entity.data(), Entry.class))
                .sorted(Comparator.comparingInt(Entry::position).thenComparing(Entry::code))
                .toList();
    }

    /** All entries as choices. */
    static List<Option> options(EntityManager em, String jurisdiction, String dictionary) {
        return of(em, jurisdiction, dictionary).stream()
                .map(entry -> new Option(entry.code(), entry.label()))
                .toList();
    }

    /** Labels by code, in the order of the dictionary. */
    static Map<String, String> labels(EntityManager em, String jurisdiction, String dictionary) {
        Map<String, String> labels = new LinkedHashMap<>();
        of(em, jurisdiction, dictionary).forEach(entry -> labels.put(entry.code(), entry.label()));
        return labels;
    }
}
