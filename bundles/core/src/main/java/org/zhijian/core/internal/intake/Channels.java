package org.zhijian.core.internal.intake;

import jakarta.persistence.EntityManager;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.zhijian.api.Descriptor;
import org.zhijian.api.intake.Intake;
import org.zhijian.core.internal.definition.DefinitionCodec;
import org.zhijian.core.internal.modules.Modules;
import org.zhijian.core.internal.store.entity.IntakeEntity;

/** The channels by which messages come in, also those of modules that are not running. Pure functions of the database and the modules. */
public final class Channels {
    private Channels() {}

    /** Keeps what a module declares, so that its messages are taken in when it is not running. */
    public static void keep(EntityManager em, Descriptor jurisdiction) {
        Set<String> declared = new HashSet<>();
        for (Intake intake : jurisdiction.intakes()) {
            declared.add(intake.id());
            IntakeEntity known = em.find(IntakeEntity.class, new IntakeEntity.Key(jurisdiction.id(), intake.id()));
            if (known == null) {
                known = new IntakeEntity(jurisdiction.id(), intake.id());
                known.declared(intake.title(), DefinitionCodec.write(intake));
                em.persist(known);
            } else {
                known.declared(intake.title(), DefinitionCodec.write(intake));
            }
        }
        of(em, jurisdiction.id()).stream()
                .filter(known -> !declared.contains(known.id()))
                .forEach(IntakeEntity::close);
    }

    /** All channels that a jurisdiction has ever had. */
    static List<IntakeEntity> of(EntityManager em, String jurisdiction) {
        return em.createQuery(
                        "select i from IntakeEntity i where i.jurisdiction = :jurisdiction order by i.id",
                        IntakeEntity.class)
                .setParameter("jurisdiction", jurisdiction)
                .getResultList();
    }

    /** A channel that takes messages: of the running module, or as it was declared last. */
    static Optional<Intake> open(EntityManager em, Modules modules, String jurisdiction, String id) {
        Optional<Descriptor> running = modules.live(jurisdiction);
        if (running.isPresent()) {
            return running.get().intake(id);
        }
        return stored(em, jurisdiction, id).filter(IntakeEntity::open).map(Channels::read);
    }

    /** What messages of a channel consist of, also of one that takes none any more. */
    static Optional<Intake> known(EntityManager em, Modules modules, String jurisdiction, String id) {
        return modules.live(jurisdiction).flatMap(running -> running.intake(id)).or(() -> stored(em, jurisdiction, id)
                .map(Channels::read));
    }

    /** How people call a channel. */
    static String title(EntityManager em, String jurisdiction, String id) {
        return stored(em, jurisdiction, id).map(IntakeEntity::title).orElse(id);
    }

    static Intake read(IntakeEntity entity) {
        return DefinitionCodec.readIntake(entity.definition());
    }

    private static Optional<IntakeEntity> stored(EntityManager em, String jurisdiction, String id) {
        return Optional.ofNullable(em.find(IntakeEntity.class, new IntakeEntity.Key(jurisdiction, id)));
    }
}
