package org.zhijian.core.internal.cases;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.zhijian.api.form.Field;
import org.zhijian.api.form.FieldType;
import org.zhijian.api.form.FormData;
import org.zhijian.api.procedure.Procedure;
import org.zhijian.api.procedure.Subject;
import org.zhijian.core.internal.modules.ModuleCode;
import org.zhijian.core.internal.store.Locks;
import org.zhijian.core.internal.store.entity.CaseEntity;
import org.zhijian.core.internal.store.entity.SubjectEntity;

/** Whom and what cases are about, and the locks that keep two of them from being decided at once (design invariant 2). */
public final class Subjects {
    private Subjects() {}

    /** The applicant, what the form refers to, and what the procedure names besides; sorted. */
    static Set<Subject> of(String jurisdiction, Procedure procedure, Facts facts) {
        Set<Subject> subjects = new TreeSet<>(ModuleCode.call(
                jurisdiction, "its subjects", () -> procedure.subjects().apply(facts)));
        if (!facts.organisationId().isBlank()) {
            subjects.add(Subject.organisation(facts.organisationId()));
        }
        if (!facts.personId().isBlank()) {
            subjects.add(Subject.person(facts.personId()));
        }
        procedure.form().fields().forEach(field -> collect(field, facts.form(), subjects));
        return subjects;
    }

    private static void collect(Field field, FormData data, Set<Subject> subjects) {
        if (field.type() instanceof FieldType.Table table) {
            data.rows(field.id()).forEach(row -> table.columns().forEach(column -> collect(column, row, subjects)));
        } else if (field.type() instanceof FieldType.Reference reference) {
            data.list(field.id())
                    .forEach(value -> subjects.add(
                            switch (reference.target()) {
                                case PERSON -> Subject.person(value);
                                case ORGANISATION -> Subject.organisation(value);
                                case RECORD -> Subject.record(reference.register(), value);
                            }));
        }
    }

    /** Remembers for the first time that this case is under way with these subjects. */
    static void begin(EntityManager em, CaseEntity entity, Set<Subject> subjects) {
        subjects.forEach(
                subject -> em.persist(new SubjectEntity(entity.id(), Locks.name(subject), entity.jurisdiction())));
    }

    /** Remembers with which subjects this case is under way now. */
    static void keep(EntityManager em, CaseEntity entity, Set<Subject> subjects) {
        List<String> kept = em.createQuery("select s.subject from SubjectEntity s where s.caseId = :case", String.class)
                .setParameter("case", entity.id())
                .getResultList();
        List<String> wanted = subjects.stream().map(Locks::name).toList();
        kept.stream()
                .filter(key -> !wanted.contains(key))
                .forEach(key -> em.remove(em.find(SubjectEntity.class, new SubjectEntity.Key(entity.id(), key))));
        wanted.stream()
                .filter(key -> !kept.contains(key))
                .forEach(key -> em.persist(new SubjectEntity(entity.id(), key, entity.jurisdiction())));
    }

    /** The case has ended. */
    static void forget(EntityManager em, String caseId) {
        em.createQuery("select s from SubjectEntity s where s.caseId = :case", SubjectEntity.class)
                .setParameter("case", caseId)
                .getResultList()
                .forEach(em::remove);
    }
}
