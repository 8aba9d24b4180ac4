package org.zhijian.core.internal.cases;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.zhijian.api.form.FormData;
import org.zhijian.api.procedure.CaseFacts.Judgement;
import org.zhijian.api.procedure.CaseFacts.Moment;
import org.zhijian.api.procedure.CaseFacts.OpenCase;
import org.zhijian.api.procedure.Subject;
import org.zhijian.core.access.Caller;
import org.zhijian.core.internal.identity.DirectoryView;
import org.zhijian.core.internal.modules.Modules;
import org.zhijian.core.internal.registers.RegistersView;
import org.zhijian.core.internal.settings.Time;
import org.zhijian.core.internal.store.Held;
import org.zhijian.core.internal.store.Json;
import org.zhijian.core.internal.store.Locks;
import org.zhijian.core.internal.store.entity.AttachmentEntity;
import org.zhijian.core.internal.store.entity.CaseEntity;
import org.zhijian.core.internal.store.entity.TaskEntity;
import org.zhijian.core.internal.store.entity.TaskState;

/** Puts together what rules see. One for each transaction and the answer after it; not thread-safe. */
public final class FactsFinder {
    private final EntityManager em;
    private final Time time;
    private final DirectoryView directory;
    private final Inquiries inquiries;
    private final Map<String, List<TaskEntity>> tasks = new HashMap<>();
    private String readJson;
    private FormData readForm = FormData.EMPTY;

    public FactsFinder(EntityManager em, Time time, Modules modules) {
        this.em = em;
        this.time = time;
        this.directory = new DirectoryView(em);
        this.inquiries = new Inquiries(em, modules, time.today(), directory);
    }

    /** The one that goes with a transaction which has locked its case, or only reads. */
    static FactsFinder of(EntityManager em, Time time, Modules modules) {
        return Held.companion(em, FactsFinder.class, () -> new FactsFinder(em, time, modules));
    }

    DirectoryView directory() {
        return directory;
    }

    /** The facts before there is a case: the caller asks what it may start or choose. */
    public org.zhijian.api.procedure.CaseFacts ofCaller(
            Caller caller, String jurisdiction, FormData form, Moment moment) {
        return new Facts(
                moment,
                time.today(),
                "",
                caller.organisationId(),
                caller.personId(),
                caller.offices().stream().sorted().findFirst(),
                form,
                step -> FormData.EMPTY,
                slot -> List.of(),
                directory,
                new RegistersView(em, jurisdiction),
                subject -> openCases(jurisdiction, "", subject),
                inquiries,
                Optional.empty());
    }

    /** The facts of a case, with its form as stored. */
    Facts ofCase(CaseEntity entity, Moment moment, Optional<Judgement> judgement) {
        return ofCase(entity, form(entity), moment, judgement);
    }

    /** The form as stored, read again only if it has changed since it was last asked for. */
    FormData form(CaseEntity entity) {
        if (!Objects.equals(entity.form(), readJson)) {
            readForm = Json.form(entity.form());
            readJson = entity.form();
        }
        return readForm;
    }

    Facts ofCase(CaseEntity entity, FormData form, Moment moment, Optional<Judgement> judgement) {
        String kind = entity.applicantKind();
        String applicant = entity.applicantId();
        return new Facts(
                moment,
                time.today(),
                entity.number(),
                kind.equals(Caller.Kind.ORGANISATION.name()) ? applicant : "",
                kind.equals(Caller.Kind.PERSON.name()) ? applicant : "",
                kind.equals(Caller.Kind.OFFICE.name()) ? Optional.of(applicant) : Optional.empty(),
                form,
                step -> stepForm(entity.id(), step),
                slot -> fileNames(entity.id(), slot),
                directory,
                new RegistersView(em, entity.jurisdiction()),
                subject -> openCases(entity.jurisdiction(), entity.id(), subject),
                inquiries,
                judgement);
    }

    /** What the actor of a step filled in last. */
    FormData stepForm(String caseId, String step) {
        return tasks(caseId).stream()
                .filter(task -> task.step().equals(step) && task.state() == TaskState.DONE && task.form() != null)
                .max(Comparator.comparing(TaskEntity::decidedAt))
                .map(task -> Json.form(task.form()))
                .orElse(FormData.EMPTY);
    }

    /** The tasks of a case, oldest first; read once, since this transaction alone changes them from then on. */
    List<TaskEntity> tasks(String caseId) {
        return List.copyOf(tasks.computeIfAbsent(caseId, this::readTasks));
    }

    /** A case that was never handed in has none, and nobody need ask. */
    void noTasks(String caseId) {
        tasks.put(caseId, new ArrayList<>());
    }

    /** A task that this transaction adds. */
    void add(TaskEntity task) {
        List<TaskEntity> known = tasks.computeIfAbsent(task.caseId(), this::readTasks);
        if (!known.contains(task)) {
            known.add(task);
        }
    }

    private List<TaskEntity> readTasks(String caseId) {
        return new ArrayList<>(em.createQuery(
                        "select t from TaskEntity t where t.caseId = :case order by t.since, t.id", TaskEntity.class)
                .setParameter("case", caseId)
                .getResultList());
    }

    private List<String> fileNames(String caseId, String slot) {
        return em
                .createQuery(
                        "select a from AttachmentEntity a where a.caseId = :case and a.slot = :slot and a.current = true"
                                + " order by a.n",
                        AttachmentEntity.class)
                .setParameter("case", caseId)
                .setParameter("slot", slot)
                .getResultList()
                .stream()
                .map(AttachmentEntity::fileName)
                .toList();
    }

    private List<OpenCase> openCases(String jurisdiction, String self, Subject subject) {
        return em
                .createQuery(
                        "select c from CaseEntity c, SubjectEntity s where s.caseId = c.id and s.subject = :subject"
                                + " and s.jurisdiction = :jurisdiction and c.id <> :self order by c.number",
                        CaseEntity.class)
                .setParameter("subject", Locks.name(subject))
                .setParameter("jurisdiction", jurisdiction)
                .setParameter("self", self)
                .getResultList()
                .stream()
                .map(other -> new OpenCase(other.number(), other.procedure(), other.state(), Json.form(other.form())))
                .toList();
    }
}
