package org.zhijian.core.internal.cases;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhijian.api.Descriptor;
import org.zhijian.api.chain.CaseState;
import org.zhijian.api.chain.Withdrawal;
import org.zhijian.api.form.Field;
import org.zhijian.api.form.FormData;
import org.zhijian.api.form.Slot;
import org.zhijian.api.procedure.CaseFacts;
import org.zhijian.api.procedure.CaseFacts.Moment;
import org.zhijian.api.procedure.Procedure;
import org.zhijian.core.access.Caller;
import org.zhijian.core.access.Once;
import org.zhijian.core.access.Page;
import org.zhijian.core.access.Refusal;
import org.zhijian.core.access.Violation;
import org.zhijian.core.cases.AttachmentView;
import org.zhijian.core.cases.CaseLine;
import org.zhijian.core.cases.CaseQuery;
import org.zhijian.core.cases.CaseView;
import org.zhijian.core.cases.Cases;
import org.zhijian.core.cases.Content;
import org.zhijian.core.cases.Upload;
import org.zhijian.core.internal.attachments.Attachments;
import org.zhijian.core.internal.attachments.ReceivedFile;
import org.zhijian.core.internal.calendar.Calendars;
import org.zhijian.core.internal.contents.ContentStore;
import org.zhijian.core.internal.contents.DamagedContentException;
import org.zhijian.core.internal.form.FormRules;
import org.zhijian.core.internal.form.FormRules.Completeness;
import org.zhijian.core.internal.identity.Admission;
import org.zhijian.core.internal.modules.ModuleCode;
import org.zhijian.core.internal.modules.Modules;
import org.zhijian.core.internal.modules.Modules.Behaviour;
import org.zhijian.core.internal.settings.Time;
import org.zhijian.core.internal.store.Ids;
import org.zhijian.core.internal.store.Json;
import org.zhijian.core.internal.store.Locks;
import org.zhijian.core.internal.store.Transactions;
import org.zhijian.core.internal.store.Writes;
import org.zhijian.core.internal.store.entity.AttachmentEntity;
import org.zhijian.core.internal.store.entity.CaseEntity;

/** What applicants do with their cases. Each act is one transaction: load and lock, check, do, log, commit. */
@Component(service = Cases.class)
public final class CaseService implements Cases {
    /** What cannot even be kept in a draft: values that mean nothing, or that show what the applicant may not choose. */
    private static final Set<String> NEVER_KEPT = Set.of("UNKNOWN_FIELD", "CHOICE");

    private static final Logger LOG = LoggerFactory.getLogger(CaseService.class);

    private final Transactions transactions;
    private final Writes writes;
    private final Time time;
    private final Modules modules;
    private final Attachments attachments;
    private final ContentStore contents;
    private final Readers readers;
    private final Calendars calendars;
    private final CaseNumbers numbers;

    @Activate
    public CaseService(
            @Reference Transactions transactions,
            @Reference Writes writes,
            @Reference Time time,
            @Reference Modules modules,
            @Reference Attachments attachments,
            @Reference ContentStore contents,
            @Reference Readers readers,
            @Reference Calendars calendars) {
        this.transactions = transactions;
        this.writes = writes;
        this.time = time;
        this.modules = modules;
        this.attachments = attachments;
        this.contents = contents;
        this.readers = readers;
        this.calendars = calendars;
        this.numbers = new CaseNumbers(transactions);
    }

    private CaseReader reader(EntityManager em) {
        return readers.of(em);
    }

    @Override
    public CaseView start(Caller caller, Once once, String jurisdiction, String procedure, FormData form) {
        return begin(caller, once, "start", jurisdiction, procedure, form, (em, entity) -> {});
    }

    @Override
    public CaseView submit(Caller caller, Once once, String jurisdiction, String procedure, FormData form) {
        return begin(
                caller,
                once,
                "startAndSubmit",
                jurisdiction,
                procedure,
                form,
                (em, entity) -> handIn(em, caller, entity));
    }

    /** Makes a draft and does something with it, all in one transaction. */
    private CaseView begin(
            Caller caller,
            Once once,
            String command,
            String jurisdiction,
            String procedure,
            FormData form,
            BiConsumer<EntityManager, CaseEntity> then) {
        Admission.require(caller);
        Descriptor descriptor = modules.descriptor(jurisdiction).orElseThrow(Refusal::notFound);
        Procedure definition = descriptor.procedure(procedure).orElseThrow(Refusal::notFound);
        String hash = modules.currentHash(jurisdiction, procedure).orElseThrow(Refusal::moduleNotRunning);
        String number = numbers.next(descriptor.numberPrefix(), time.today());
        return writes.once(
                caller,
                once,
                command,
                List.of(jurisdiction, procedure, form.values()),
                em -> {
                    CaseEntity entity = draft(em, caller, jurisdiction, definition, hash, number, form);
                    then.accept(em, entity);
                    return entity.id();
                },
                viewing(caller));
    }

    private CaseEntity draft(
            EntityManager em,
            Caller caller,
            String jurisdiction,
            Procedure definition,
            String hash,
            String number,
            FormData form) {
        FactsFinder finder = FactsFinder.of(em, time, modules);
        CaseFacts offering = finder.ofCaller(caller, jurisdiction, FormData.EMPTY, Moment.OFFERING);
        requireStarter(em, caller, jurisdiction, definition, offering);
        refuse(CaseChecks.errors(CaseChecks.findings(jurisdiction, definition.offered(), offering)));
        FormData asked = FormRules.normalise(
                definition.applicantForm(), completed(definition, form, prefilled(jurisdiction, definition, offering)));
        FormData kept = KnownFields.fill(
                jurisdiction, definition, finder.ofCaller(caller, jurisdiction, asked, Moment.FILLING));
        refuseWhatCannotBeKept(
                jurisdiction, definition, kept, finder.ofCaller(caller, jurisdiction, kept, Moment.FILLING));
        CaseEntity entity = new CaseEntity(
                Ids.next(),
                number,
                jurisdiction,
                definition.id(),
                hash,
                caller.kind().name(),
                applicantId(caller),
                applicantName(offering),
                caller.accountId(),
                time.now());
        entity.state(CaseState.DRAFT);
        entity.stateLabel(definition.words().draft());
        entity.round(1);
        entity.form(Json.write(kept));
        entity.eventHash("");
        new CaseLog(em, entity, caller, time.now()).add("START", "新建", "", "", Map.of());
        em.persist(entity);
        CaseText.begin(em, entity, definition, finder.ofCase(entity, kept, Moment.FILLING, Optional.empty()));
        return entity;
    }

    private static FormData prefilled(String jurisdiction, Procedure definition, CaseFacts offering) {
        return ModuleCode.call(jurisdiction, "what a form begins with", () -> definition
                .prefilled()
                .apply(offering));
    }

    /** What was given, and what is known where nothing was. */
    private static FormData completed(Procedure definition, FormData given, FormData known) {
        FormData all = given;
        for (Field field : definition.applicantForm().fields()) {
            if (!given.values().containsKey(field.id()) && known.has(field.id())) {
                all = all.with(field.id(), known.values().get(field.id()));
            }
        }
        return all;
    }

    /** The case as the caller sees it after the commit. */
    private BiFunction<EntityManager, String, CaseView> viewing(Caller caller) {
        return (em, caseId) -> {
            CaseReader reader = reader(em);
            return reader.view(caller, reader.require(caller, caseId));
        };
    }

    private static void requireStarter(
            EntityManager em, Caller caller, String jurisdiction, Procedure definition, CaseFacts offering) {
        Set<String> types = CasePolicy.types(em, caller, offering.applicant());
        if (!caller.jurisdiction().equals(jurisdiction)
                || !CasePolicy.mayStart(definition.startedBy(), caller, types)) {
            throw Refusal.forbidden("您的账号不能办理该事项");
        }
    }

    private static String applicantId(Caller caller) {
        return switch (caller.kind()) {
            case ORGANISATION -> caller.organisationId();
            case PERSON -> caller.personId();
            default -> caller.offices().stream().sorted().findFirst().orElseThrow();
        };
    }

    private static String applicantName(CaseFacts facts) {
        return facts.applicant()
                .map(organisation -> organisation.name())
                .or(() -> facts.applicantPerson().map(person -> person.name()))
                .or(() -> facts.applicantOffice()
                        .flatMap(office -> facts.directory().office(office))
                        .map(office -> office.name()))
                .orElse("");
    }

    private static void refuseWhatCannotBeKept(
            String jurisdiction, Procedure definition, FormData form, CaseFacts facts) {
        refuse(CaseChecks.ofForm(jurisdiction, definition.applicantForm(), form, facts, Completeness.DRAFT).stream()
                .filter(violation -> NEVER_KEPT.contains(violation.rule()))
                .toList());
    }

    private static void refuse(List<Violation> violations) {
        if (!violations.isEmpty()) {
            throw Refusal.invalid(violations);
        }
    }

    @Override
    public CaseView save(Caller caller, Once once, String caseId, FormData form) {
        return act(caller, once, "save", caseId, List.of(form.values()), (em, entity) -> {
            requireEditable(entity);
            Behaviour behaviour = running(entity);
            FactsFinder finder = FactsFinder.of(em, time, modules);
            FormData asked = FormRules.normalise(behaviour.procedure().applicantForm(), form);
            FormData kept = KnownFields.fill(
                    entity.jurisdiction(),
                    behaviour.procedure(),
                    finder.ofCase(entity, asked, Moment.FILLING, Optional.empty()));
            Facts facts = finder.ofCase(entity, kept, Moment.FILLING, Optional.empty());
            refuseWhatCannotBeKept(entity.jurisdiction(), behaviour.procedure(), kept, facts);
            Map<String, ?> changes = changes(Json.form(entity.form()), kept);
            if (!changes.isEmpty()) {
                entity.form(Json.write(kept));
                log(em, entity, caller)
                        .note("SAVE", behaviour.procedure().words().save(), changes);
                CaseText.renew(em, entity, behaviour.procedure(), facts);
            }
            return true;
        });
    }

    @Override
    public CaseView submit(Caller caller, Once once, String caseId) {
        return act(caller, once, "submit", caseId, List.of(), (em, entity) -> {
            handIn(em, caller, entity);
            return true;
        });
    }

    private void handIn(EntityManager em, Caller caller, CaseEntity entity) {
        requireEditable(entity);
        Behaviour behaviour = running(entity);
        Procedure procedure = behaviour.procedure();
        FactsFinder finder = FactsFinder.of(em, time, modules);
        Locks.take(
                em,
                Subjects.of(
                        entity.jurisdiction(), procedure, finder.ofCase(entity, Moment.SUBMITTING, Optional.empty())));
        FormData kept = KnownFields.fill(
                entity.jurisdiction(), procedure, finder.ofCase(entity, Moment.SUBMITTING, Optional.empty()));
        if (!kept.equals(Json.form(entity.form()))) {
            entity.form(Json.write(kept));
            CaseText.renew(em, entity, procedure, finder.ofCase(entity, Moment.SUBMITTING, Optional.empty()));
        }
        Facts facts = finder.ofCase(entity, Moment.SUBMITTING, Optional.empty());
        List<Violation> violations = new ArrayList<>(CaseChecks.ofApplicant(em, attachments, procedure, facts, entity));
        violations.addAll(CaseChecks.errors(CaseChecks.findings(entity.jurisdiction(), procedure.guards(), facts)));
        refuse(violations);
        engine(em, finder, behaviour, entity, caller).submit();
    }

    @Override
    public CaseView withdraw(Caller caller, Once once, String caseId) {
        return act(caller, once, "withdraw", caseId, List.of(), this::lockToWithdraw, (em, entity) -> {
            FactsFinder finder = FactsFinder.of(em, time, modules);
            requireWithdrawable(entity, finder);
            Behaviour behaviour = running(entity);
            CaseEngine engine = engine(em, finder, behaviour, entity, caller);
            if (behaviour.procedure().withdrawal().draft()) {
                engine.withdrawToDraft();
            } else {
                engine.withdraw();
            }
            return true;
        });
    }

    /** Another party that asks too late reads why nobody can any more, as the applicant would. */
    private CaseEntity lockToWithdraw(EntityManager em, Caller caller, String caseId) {
        CaseEntity entity = em.find(CaseEntity.class, caseId, LockModeType.PESSIMISTIC_WRITE);
        if (entity != null && caller.kind() != Caller.Kind.OFFICE && reader(em).maySee(caller, entity)) {
            requireWithdrawable(entity, FactsFinder.of(em, time, modules));
        }
        return lockOwn(em, caller, caseId);
    }

    private void requireWithdrawable(CaseEntity entity, FactsFinder finder) {
        Withdrawal withdrawal = running(entity).procedure().withdrawal();
        if (!CasePolicy.mayWithdraw(entity, finder.tasks(entity.id()), withdrawal)) {
            throw Refusal.conflict("WITHDRAW_NOT_ALLOWED", withdrawal.refusal());
        }
    }

    private CaseEngine engine(
            EntityManager em, FactsFinder finder, Behaviour behaviour, CaseEntity entity, Caller caller) {
        return new CaseEngine(em, finder, time, calendars.of(em, entity.jurisdiction()), behaviour, entity, caller);
    }

    @Override
    public void delete(Caller caller, Once once, String caseId) {
        Admission.require(caller);
        writes.once(caller, once, "delete", List.of(caseId), em -> {
            CaseEntity entity = lockOwn(em, caller, caseId);
            requireEditable(entity);
            if (entity.submittedAt() != null) {
                // What reviewers have seen is taken back, and not made undone.
                if (entity.state() == CaseState.TO_MODIFY) {
                    requireWithdrawable(entity, FactsFinder.of(em, time, modules));
                }
                engine(em, FactsFinder.of(em, time, modules), running(entity), entity, caller)
                        .withdraw();
                return caseId;
            }
            new CaseLog(em, entity, caller, time.now()).add("DELETE", "删除草稿", "", "", Map.of());
            attachments.all(em, caseId).forEach(em::remove);
            CaseText.remove(em, caseId);
            em.remove(entity);
            return caseId;
        });
    }

    /** One act of an applicant on its own case, locked. The act answers whether something was changed. */
    private CaseView act(
            Caller caller,
            Once once,
            String name,
            String caseId,
            List<?> arguments,
            BiFunction<EntityManager, CaseEntity, Boolean> act) {
        return act(caller, once, name, caseId, arguments, this::lockOwn, act);
    }

    /** How the case of an act is found, and locked. */
    private interface Lock {
        CaseEntity of(EntityManager em, Caller caller, String caseId);
    }

    private CaseView act(
            Caller caller,
            Once once,
            String name,
            String caseId,
            List<?> arguments,
            Lock lock,
            BiFunction<EntityManager, CaseEntity, Boolean> act) {
        Admission.require(caller);
        List<Object> identity = new ArrayList<>(arguments);
        identity.add(caseId);
        return ModuleCode.limited(() -> writes.once(
                caller,
                once,
                name,
                identity,
                em -> {
                    act.apply(em, lock.of(em, caller, caseId));
                    return caseId;
                },
                viewing(caller)));
    }

    /** The case, locked until the transaction ends; only for its applicant. */
    private CaseEntity lockOwn(EntityManager em, Caller caller, String caseId) {
        CaseEntity entity = em.find(CaseEntity.class, caseId, LockModeType.PESSIMISTIC_WRITE);
        if (entity == null) {
            throw Refusal.notFound();
        }
        if (!CasePolicy.isApplicant(entity, caller)) {
            reader(em).require(caller, caseId);
            throw Refusal.forbidden("只有申请人可以办理");
        }
        return entity;
    }

    private static void requireEditable(CaseEntity entity) {
        if (!CasePolicy.isEditable(entity)) {
            throw Refusal.conflict("NOT_EDITABLE", "该业务当前状态为“" + entity.stateLabel() + "”，不能修改");
        }
    }

    private Behaviour running(CaseEntity entity) {
        return modules.required(entity.jurisdiction(), entity.procedure(), entity.definition());
    }

    @Override
    public CaseView view(Caller caller, String caseId) {
        return ModuleCode.limited(() -> transactions.read(em -> viewing(caller).apply(em, caseId)));
    }

    @Override
    public CaseView reveal(Caller caller, String caseId) {
        return ModuleCode.limited(() -> transactions.write(em -> {
            em.find(CaseEntity.class, caseId, LockModeType.PESSIMISTIC_WRITE);
            CaseReader reader = reader(em);
            CaseEntity entity = reader.require(caller, caseId);
            log(em, entity, caller).read("READ_CLEAR", "查看完整个人信息", Map.of());
            return reader.clearView(caller, entity);
        }));
    }

    private CaseLog log(EntityManager em, CaseEntity entity, Caller caller) {
        return new CaseLog(em, entity, caller, time.now());
    }

    /** What the log keeps of an attachment. */
    static Map<String, ?> told(AttachmentView attachment) {
        return Map.of("n", attachment.n(), "slot", attachment.slot(), "sha256", attachment.sha256());
    }

    /** The values of the fields that differ, before and after. */
    private static Map<String, ?> changes(FormData before, FormData after) {
        Map<String, Object> was = new TreeMap<>(before.values());
        Map<String, Object> is = new TreeMap<>(after.values());
        was.entrySet().removeIf(value -> value.getValue().equals(after.values().get(value.getKey())));
        is.entrySet().removeIf(value -> value.getValue().equals(before.values().get(value.getKey())));
        return was.isEmpty() && is.isEmpty() ? Map.of() : Map.of("before", was, "after", is);
    }

    @Override
    public Page<CaseLine> list(Caller caller, CaseQuery query) {
        Admission.require(caller);
        return transactions.read(em -> {
            CaseReader reader = reader(em);
            boolean oversees = CasePolicy.oversees(modules.descriptor(caller.jurisdiction()), caller);
            return CaseSearch.page(em, caller, oversees, query, reader::line);
        });
    }

    @Override
    public AttachmentView attach(Caller caller, Once once, String caseId, Upload upload) {
        Admission.require(caller);
        try (ReceivedFile file = attachments.receive(upload)) {
            List<String> identity = List.of(caseId, upload.slot(), upload.fileName(), file.sha256());
            return writes.once(caller, once, "attach", identity, new TypeReference<AttachmentView>() {}, em -> {
                CaseEntity entity = lockOwn(em, caller, caseId);
                requireEditable(entity);
                Slot slot = Slot.find(running(entity).procedure().slots(), upload.slot())
                        .orElseThrow(() -> unknownSlot(upload.slot()));
                AttachmentView added =
                        file.read(again -> attachments.add(em, entity, null, slot, again, caller, time.now()));
                log(em, entity, caller).note("ATTACH", "上传材料", told(added));
                return added;
            });
        }
    }

    static Refusal unknownSlot(String slot) {
        return Refusal.invalid(Violation.of("slot", "UNKNOWN_SLOT", "没有名为“" + slot + "”的材料"));
    }

    @Override
    public void detach(Caller caller, Once once, String caseId, int n) {
        Admission.require(caller);
        writes.once(caller, once, "detach", List.of(caseId, n), em -> {
            CaseEntity entity = lockOwn(em, caller, caseId);
            requireEditable(entity);
            attachments.remove(em, entity, n, null);
            log(em, entity, caller).note("DETACH", "删除材料", Map.of("n", n));
            return caseId;
        });
    }

    @Override
    public void arrange(Caller caller, Once once, String caseId, String slot, List<Integer> order) {
        Admission.require(caller);
        writes.once(caller, once, "arrange", List.of(caseId, slot, order), em -> {
            CaseEntity entity = lockOwn(em, caller, caseId);
            requireEditable(entity);
            Slot found = Slot.find(running(entity).procedure().slots(), slot).orElseThrow(() -> unknownSlot(slot));
            attachments.arrange(em, entity, found, order);
            log(em, entity, caller).note("ARRANGE", "调整材料次序", Map.of("slot", slot, "order", order));
            return caseId;
        });
    }

    @Override
    public Content content(Caller caller, String caseId, int n) {
        AttachmentView attachment = transactions.write(em -> {
            em.find(CaseEntity.class, caseId, LockModeType.PESSIMISTIC_WRITE);
            CaseReader reader = reader(em);
            CaseEntity entity = reader.require(caller, caseId);
            AttachmentEntity found = em.find(AttachmentEntity.class, new AttachmentEntity.Key(caseId, n));
            if (found == null || !reader.maySee(caller, entity, found)) {
                throw Refusal.notFound();
            }
            new CaseLog(em, entity, caller, time.now()).read("READ_ATTACHMENT", "查看材料", Map.of("n", n));
            return attachments.view(found);
        });
        try {
            InputStream stream = contents.open(attachment.sha256());
            return new Content(attachment, stream);
        } catch (DamagedContentException damaged) {
            LOG.error("attachment {} of case {} cannot be handed out", n, caseId, damaged);
            throw new Refusal(Refusal.Kind.UNAVAILABLE, "CONTENT_UNAVAILABLE", "该附件暂时无法读取，请联系系统管理员");
        }
    }
}
