package org.zhijian.core.internal.modules;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.zhijian.api.procedure.Procedure;
import org.zhijian.core.internal.definition.DefinitionCodec;
import org.zhijian.core.internal.store.entity.DefinitionEntity;

/** Every definition that was ever met, under its content hash. What was read once is kept in memory: it cannot change. Thread-safe. */
@Component(service = DefinitionStore.class)
public final class DefinitionStore {
    private final Map<String, Procedure> met = new ConcurrentHashMap<>();

    @Activate
    public DefinitionStore() {}

    /** Keeps a definition, if it is new, and answers its hash. */
    String keep(EntityManager em, String jurisdiction, String version, Procedure procedure, Instant now) {
        String json = DefinitionCodec.write(procedure);
        String hash = DefinitionCodec.hash(json);
        if (em.find(DefinitionEntity.class, hash) == null) {
            em.persist(new DefinitionEntity(hash, jurisdiction, "procedure", procedure.id(), version, json, now));
        }
        return hash;
    }

    /** The data part of a definition that was kept. @throws IllegalStateException if it never was */
    public Procedure definition(EntityManager em, String hash) {
        return met.computeIfAbsent(hash, unread -> {
            DefinitionEntity entity = em.find(DefinitionEntity.class, unread);
            if (entity == null) {
                throw new IllegalStateException("definition " + unread + " was never stored");
            }
            return DefinitionCodec.read(entity.body());
        });
    }
}
