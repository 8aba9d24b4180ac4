package org.zhijian.core.internal.cases;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.zhijian.api.Descriptor;
import org.zhijian.api.chain.CaseState;
import org.zhijian.api.chain.DecisionOption;
import org.zhijian.api.chain.Step;
import org.zhijian.api.directory.Office;
import org.zhijian.api.directory.Organisation;
import org.zhijian.api.form.FormData;
import org.zhijian.api.procedure.Procedure;
import org.zhijian.core.access.Caller;
import org.zhijian.core.access.Refusal;
import org.zhijian.core.access.Violation;
import org.zhijian.core.cases.Verdict;
import org.zhijian.core.internal.chain.WorkingDays;
import org.zhijian.core.internal.identity.DirectoryEditor;
import org.zhijian.core.internal.modules.Modules.Behaviour;
import org.zhijian.core.internal.modules.OneTown;
import org.zhijian.core.internal.settings.TestClock;
import org.zhijian.core.internal.settings.Time;
import org.zhijian.core.internal.store.Ids;
import org.zhijian.core.internal.store.Json;
import org.zhijian.core.internal.store.MemoryEntities;
import org.zhijian.core.internal.store.entity.CaseEntity;
import org.zhijian.core.internal.store.entity.OfficeEntity;
import org.zhijian.core.internal.store.entity.OrganisationEntity;
import org.zhijian.core.internal.store.entity.SubjectEntity;
import org.zhijian.core.internal.store.entity.TaskEntity;
import org.zhijian.core.internal.store.entity.TaskState;

/**
 * The engine alone, on entities in memory: what moves cases is the same code as on a database, who may ask it to is checked by the same
 * policies, and thousands of acts take a second.
 */
final class MemoryStage implements ChainStage {
    private static final String TOWN = "town";
    private static final String FIRM = "firm";
    private static final String OTHER = "other";

    private final MemoryEntities entities = new MemoryEntities()
            .keep(OrganisationEntity.class, OrganisationEntity::id)
            .keep(OfficeEntity.class, OfficeEntity::id)
            .keep(SubjectEntity.class, subject -> new SubjectEntity.Key(subject.caseId(), subject.subject()))
            .answer("select s.subject from SubjectEntity s where s.caseId = :case", this::subjects)
            .answer("select s from SubjectEntity s where s.caseId = :case", this::subjectsOfCase)
            .answer(
                    "select a from AttachmentEntity a where a.caseId = :case and a.step = :step and a.current = true",
                    nothing -> List.of());

    private final TestClock clock = new TestClock();
    private final Time time = clock.time();
    private final Procedure procedure;
    private final Behaviour behaviour;
    private final Map<String, CaseEntity> cases = new HashMap<>();
    private final Map<String, FactsFinder> finders = new HashMap<>();

    MemoryStage(long seed) {
        procedure = RandomChain.procedure(new Random(seed), OTHER);
        List<Office> offices = List.of(
                Office.office(TOWN + "-east", "东区", Office.Level.COUNTY, "320000"),
                Office.office(TOWN + "-west", "西区", Office.Level.COUNTY, "320000"),
                Office.office(TOWN + "-head", "总站", Office.Level.PROVINCE, "320000"));
        behaviour = new Behaviour(
                Descriptor.jurisdiction(TOWN, "示例镇")
                        .offices(offices)
                        .procedures(procedure)
                        .build(),
                procedure);
        DirectoryEditor directory = new DirectoryEditor(entities.manager());
        directory.saveOffices(TOWN, offices);
        // Its contact is the jurisdiction: so a routing finds the offices.
        directory.save(new Organisation(FIRM, "示例甲公司", "", "", Set.of("FIRM"), "320000", "", TOWN, ""));
        directory.save(new Organisation(OTHER, "示例乙公司", "", "", Set.of("FIRM"), "320000", "", TOWN, ""));
    }

    Procedure procedure() {
        return procedure;
    }

    private List<?> subjects(Map<String, Object> asked) {
        return entities.all(SubjectEntity.class).stream()
                .filter(subject -> subject.caseId().equals(asked.get("case")))
                .map(SubjectEntity::subject)
                .toList();
    }

    private List<SubjectEntity> subjectsOfCase(Map<String, Object> parameters) {
        return entities.all(SubjectEntity.class).stream()
                .filter(subject -> subject.caseId().equals(parameters.get("case")))
                .toList();
    }

    @Override
    public String start(Map<String, Object> form) {
        CaseEntity entity = new CaseEntity(
                Ids.next(),
                "NO-" + cases.size(),
                TOWN,
                procedure.id(),
                "hash",
                Caller.Kind.ORGANISATION.name(),
                FIRM,
                "示例甲公司",
                "account",
                time.now());
        entity.state(CaseState.DRAFT);
        entity.stateLabel(CaseState.DRAFT.title());
        entity.round(1);
        entity.form(Json.write(form));
        cases.put(entity.id(), entity);
        FactsFinder finder = new FactsFinder(entities.manager(), time, new OneTown(behaviour.descriptor()));
        finder.noTasks(entity.id());
        finders.put(entity.id(), finder);
        return entity.id();
    }

    @Override
    public Seen see(String id) {
        return new Seen(cases.get(id), finders.get(id).tasks(id));
    }

    private CaseEngine engine(CaseEntity entity, Caller caller) {
        return new CaseEngine(
                entities.manager(),
                finders.get(entity.id()),
                time,
                WorkingDays.MONDAY_TO_FRIDAY,
                behaviour,
                entity,
                caller);
    }

    @Override
    public void save(String caseId, FormData form) {
        CaseEntity entity = editable(caseId);
        if (!Json.form(entity.form()).equals(form)) {
            entity.form(Json.write(form.values()));
            new CaseLog(entities.manager(), entity, firm(), time.now()).note("SAVE", "保存", Map.of());
        }
    }

    @Override
    public void submit(String caseId) {
        engine(editable(caseId), firm()).submit();
    }

    private CaseEntity editable(String caseId) {
        CaseEntity entity = cases.get(caseId);
        if (!CasePolicy.isEditable(entity)) {
            throw Refusal.conflict("NOT_EDITABLE", "不能修改");
        }
        return entity;
    }

    @Override
    public void withdraw(String caseId) {
        Seen seen = see(caseId);
        if (!CasePolicy.mayWithdraw(seen.entity(), seen.tasks(), procedure.withdrawal())) {
            throw Refusal.conflict("WITHDRAW_NOT_ALLOWED", "不能撤回");
        }
        engine(seen.entity(), firm()).withdraw();
    }

    @Override
    public void decide(Caller caller, TaskEntity task, Verdict verdict) {
        if (!CasePolicy.isMine(task, caller)) {
            throw Refusal.notFound();
        }
        if (task.state() != TaskState.OPEN) {
            throw Refusal.conflict("ALREADY_DECIDED", "该业务已办结，无需重复审核");
        }
        Step step = procedure.step(task.step()).orElseThrow();
        DecisionOption option = step.decision(verdict.decision())
                .orElseThrow(() -> Refusal.invalid(Violation.of("decision", "DECISION", "不能作出")));
        engine(cases.get(task.caseId()), caller)
                .decide(
                        task,
                        step,
                        option,
                        verdict.opinion(),
                        verdict.form(),
                        StepDecisions.corrector(step, option, verdict));
    }

    private static Caller firm() {
        return organisation(FIRM);
    }

    private static Caller organisation(String id) {
        return caller(Caller.Kind.ORGANISATION, id, id, Set.of());
    }

    @Override
    public Caller officer(String name) {
        return caller(Caller.Kind.OFFICE, name, "", Set.of(TOWN + "-" + name));
    }

    private static Caller caller(Caller.Kind kind, String name, String organisation, Set<String> offices) {
        return new Caller(kind, "acc-" + name, name, name, TOWN, organisation, "", offices, false, "");
    }

    @Override
    public Caller owner(TaskEntity task) {
        return task.assigneeKind().equals("OFFICE")
                ? officer(task.assigneeId().substring(TOWN.length() + 1))
                : organisation(task.assigneeId());
    }

    @Override
    public void tick() {
        clock.forward(Duration.ofSeconds(1));
    }
}
