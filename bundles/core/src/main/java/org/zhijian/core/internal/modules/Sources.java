package org.zhijian.core.internal.modules;

import jakarta.persistence.EntityManager;
import java.util.List;
import org.zhijian.api.Descriptor;
import org.zhijian.core.internal.store.entity.SourceEntity;

/** Which jurisdictions answer which questions, kept so that one that does not run is missed. */
public final class Sources {
    private Sources() {}

    /** Who is known to answer the question, by id. */
    public static List<SourceEntity> of(EntityManager em, String queryId) {
        return em.createQuery(
                        "select s from SourceEntity s where s.queryId = :query order by s.jurisdiction",
                        SourceEntity.class)
                .setParameter("query", queryId)
                .getResultList();
    }

    /** Remembers what a jurisdiction answers now. */
    static void keep(EntityManager em, Descriptor descriptor) {
        List<String> answered =
                descriptor.answers().stream().map(source -> source.query().id()).toList();
        List<SourceEntity> known = em.createQuery(
                        "select s from SourceEntity s where s.jurisdiction = :jurisdiction", SourceEntity.class)
                .setParameter("jurisdiction", descriptor.id())
                .getResultList();
        known.stream().filter(source -> !answered.contains(source.queryId())).forEach(em::remove);
        for (String query : answered) {
            known.stream()
                    .filter(source -> source.queryId().equals(query))
                    .findFirst()
                    .ifPresentOrElse(
                            source -> source.title(descriptor.title()),
                            () -> em.persist(new SourceEntity(query, descriptor.id(), descriptor.title())));
        }
    }
}
