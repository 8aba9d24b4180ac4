package org.zhijian.core.internal.cases;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.zhijian.api.Descriptor;
import org.zhijian.api.chain.CaseState;
import org.zhijian.api.chain.Stage;
import org.zhijian.api.form.FormData;
import org.zhijian.api.form.Slot;
import org.zhijian.api.procedure.CaseFacts.Moment;
import org.zhijian.api.procedure.Procedure;
import org.zhijian.api.procedure.Starter;
import org.zhijian.api.registration.FirstPassword;
import org.zhijian.api.registration.Newcomer;
import org.zhijian.api.registration.Proving;
import org.zhijian.api.registration.Registration;
import org.zhijian.core.access.Caller;
import org.zhijian.core.access.Once;
import org.zhijian.core.access.Refusal;
import org.zhijian.core.access.Violation;
import org.zhijian.core.internal.attachments.Attachments;
import org.zhijian.core.internal.attachments.ReceivedFile;
import org.zhijian.core.internal.calendar.Calendars;
import org.zhijian.core.internal.form.FormRules;
import org.zhijian.core.internal.identity.Admission;
import org.zhijian.core.internal.identity.FirstPasswords;
import org.zhijian.core.internal.identity.Newcomers;
import org.zhijian.core.internal.identity.OldAccounts;
import org.zhijian.core.internal.identity.Passwords;
import org.zhijian.core.internal.identity.RegistrationRate;
import org.zhijian.core.internal.modules.ModuleCode;
import org.zhijian.core.internal.modules.Modules;
import org.zhijian.core.internal.modules.Modules.Behaviour;
import org.zhijian.core.internal.settings.Time;
import org.zhijian.core.internal.store.Hashes;
import org.zhijian.core.internal.store.Ids;
import org.zhijian.core.internal.store.Json;
import org.zhijian.core.internal.store.Locks;
import org.zhijian.core.internal.store.Storable;
import org.zhijian.core.internal.store.Transactions;
import org.zhijian.core.internal.store.Writes;
import org.zhijian.core.internal.store.entity.CaseEntity;
import org.zhijian.core.internal.store.entity.EventEntity;
import org.zhijian.core.internal.store.entity.RegistrationEntity;
import org.zhijian.core.registration.Application;
import org.zhijian.core.registration.Evidence;
import org.zhijian.core.registration.Receipt;
import org.zhijian.core.registration.Registrations;

/** A registration is a case that nobody, or an office, starts and submits in one transaction. Thread-safe. */
@Component(service = {Registrations.class, Registrar.class})
public final class RegistrationService implements Registrations, Registrar {
    /** Whom a registration belongs to once its accounts are open. */
    private static final Set<String> OPENED = Set.of(Caller.Kind.ORGANISATION.name(), Caller.Kind.PERSON.name());

    private final Transactions transactions;
    private final Writes writes;
    private final Time time;
    private final Modules modules;
    private final Attachments attachments;
    private final Calendars calendars;
    private final OldAccounts oldAccounts;
    private final CaseNumbers numbers;

    @Activate
    public RegistrationService(
            @Reference Transactions transactions,
            @Reference Writes writes,
            @Reference Time time,
            @Reference Modules modules,
            @Reference Attachments attachments,
            @Reference Calendars calendars,
            @Reference OldAccounts oldAccounts) {
        this.transactions = transactions;
        this.writes = writes;
        this.time = time;
        this.modules = modules;
        this.attachments = attachments;
        this.calendars = calendars;
        this.oldAccounts = oldAccounts;
        this.numbers = new CaseNumbers(transactions);
    }

    @Override
    public List<Registration> of(Caller caller, String jurisdiction) {
        return modules.descriptor(jurisdiction).orElseThrow(Refusal::notFound).registrations().stream()
                .filter(registration -> registration.isOpenToAnyone() || isOfOffice(caller, jurisdiction, registration))
                .toList();
    }

    private static boolean isOfOffice(Caller caller, String jurisdiction, Registration registration) {
        Starter starter = registration.procedure().startedBy();
        return caller.jurisdiction().equals(jurisdiction)
                && !caller.mustChangePassword()
                && CasePolicy.mayStart(starter, caller, Set.of());
    }

    @Override
    public Registration registration(String jurisdiction, String registration) {
        return modules.descriptor(jurisdiction)
                .flatMap(descriptor -> descriptor.registration(registration))
                .orElseThrow(Refusal::notFound);
    }

    @Override
    public Receipt register(Caller caller, Once once, String jurisdiction, Application application) {
        return register(jurisdiction, caller.isSignedIn() ? caller : named(caller), once, application);
    }

    /** Somebody who has not signed in, as logs call one who registers. */
    private static Caller named(Caller nobody) {
        return new Caller(nobody.kind(), "", "", "注册人", "", "", "", Set.of(), false, nobody.address());
    }

    private Receipt register(String jurisdiction, Caller caller, Once once, Application application) {
        Descriptor descriptor = modules.descriptor(jurisdiction).orElseThrow(Refusal::notFound);
        Registration registration =
                descriptor.registration(application.registration()).orElseThrow(Refusal::notFound);
        requireRegistrant(caller, jurisdiction, registration);
        if (registration.isOpenToAnyone()) {
            transactions.run(em -> RegistrationRate.count(em, caller.address(), time.now()));
        }
        List<ReceivedFile> files = new ArrayList<>();
        try {
            application.files().forEach(upload -> files.add(attachments.receive(upload)));
            return ModuleCode.limited(() -> register(caller, once, descriptor, registration, application, files));
        } finally {
            files.forEach(ReceivedFile::close);
        }
    }

    private static void requireRegistrant(Caller caller, String jurisdiction, Registration registration) {
        if (registration.isOpenToAnyone()) {
            return;
        }
        Admission.require(caller);
        if (!isOfOffice(caller, jurisdiction, registration)) {
            throw Refusal.forbidden("该注册由主管机构办理");
        }
    }

    private Receipt register(
            Caller caller,
            Once once,
            Descriptor descriptor,
            Registration registration,
            Application application,
            List<ReceivedFile> files) {
        FormData form = FormRules.normalise(registration.procedure().applicantForm(), application.form());
        String password = firstPassword(registration, application.password());
        String hash = Passwords.hash(password);
        String number = numbers.next(descriptor.numberPrefix(), time.today());
        boolean proven = isProven(descriptor, registration, form, application.evidence());
        AtomicBoolean fresh = new AtomicBoolean();
        List<Object> identity = new ArrayList<>(List.of(
                descriptor.id(),
                registration.id(),
                form.values(),
                Hashes.sha256(registration.id() + application.password())));
        for (int i = 0; i < files.size(); i++) {
            identity.add(List.of(application.files().get(i).slot(), files.get(i).sha256()));
        }
        String id = writes.once(caller, once, "register", identity, em -> {
            fresh.set(true);
            CaseEntity entity = entity(caller, descriptor, registration, form, number);
            em.persist(entity);
            em.persist(new RegistrationEntity(entity.id(), hash));
            files.forEach(file -> attach(em, caller, registration, entity, file));
            em.flush();
            Behaviour behaviour = new Behaviour(descriptor, registration.procedure());
            FactsFinder finder = new FactsFinder(em, time, modules);
            Facts facts = finder.ofCase(entity, Moment.SUBMITTING, Optional.empty());
            Locks.take(em, Subjects.of(descriptor.id(), registration.procedure(), facts));
            refuse(violations(em, registration, entity, facts, application.password()));
            CaseEngine engine =
                    new CaseEngine(em, finder, time, calendars.of(em, descriptor.id()), behaviour, entity, caller);
            if (proven) {
                engine.submitProven();
                OldAccounts.forget(em, descriptor.id(), codeOf(descriptor, registration, form));
            } else {
                engine.submit();
            }
            return entity.id();
        });
        boolean issued = registration.password().kind() == FirstPassword.Kind.ISSUED;
        return receipt(descriptor, id, fresh.get() && issued ? password : "");
    }

    private boolean isProven(Descriptor descriptor, Registration registration, FormData form, Evidence evidence) {
        return registration
                .proving()
                .filter(proving -> oldAccounts.proves(
                        descriptor.id(), proving, codeOf(descriptor, registration, form), form, evidence))
                .isPresent();
    }

    private static String codeOf(Descriptor descriptor, Registration registration, FormData form) {
        return ModuleCode.call(
                descriptor.id(),
                "a registration",
                () -> registration.proving().orElseThrow().code().apply(form));
    }

    @Override
    public Optional<FormData> lookUp(Caller caller, String jurisdiction, String registration, FormData form) {
        modules.descriptor(jurisdiction).orElseThrow(Refusal::notFound);
        Descriptor descriptor = modules.live(jurisdiction).orElseThrow(Refusal::moduleNotRunning);
        Registration asked = descriptor.registration(registration).orElseThrow(Refusal::notFound);
        Registration.Lookup lookup = asked.lookup().orElseThrow(Refusal::notFound);
        requireRegistrant(caller, jurisdiction, asked);
        transactions.run(em -> RegistrationRate.count(em, caller.address(), time.now()));
        FormData filled = FormRules.normalise(asked.procedure().applicantForm(), form);
        return ModuleCode.limited(() -> transactions.read(em -> {
            CaseEntity draft = entity(caller, descriptor, asked, filled, "");
            Facts facts = new FactsFinder(em, time, modules).ofCase(draft, Moment.FILLING, Optional.empty());
            return ModuleCode.call(jurisdiction, "a lookup", () -> lookup.find().apply(facts));
        }));
    }

    private static String firstPassword(Registration registration, String chosen) {
        return switch (registration.password().kind()) {
            case CHOSEN -> chosen;
            case FIXED -> registration.password().fixed();
            case ISSUED, SENT, NONE -> FirstPasswords.random();
        };
    }

    private CaseEntity entity(
            Caller caller, Descriptor descriptor, Registration registration, FormData form, String number) {
        boolean office = caller.kind() == Caller.Kind.OFFICE && !registration.isOpenToAnyone();
        // One that is too long is refused with all else that is wrong with the form, which only the stored draft can
        // tell.
        String name = Storable.text(
                CaseEntity.APPLICANT_NAME_LENGTH,
                RegistrationChecks.newcomer(descriptor.id(), registration, form).name());
        CaseEntity entity = new CaseEntity(
                Ids.next(),
                number,
                descriptor.id(),
                registration.id(),
                modules.currentHash(descriptor.id(), registration.id()).orElseThrow(Refusal::notFound),
                (office ? Caller.Kind.OFFICE : Caller.Kind.NOBODY).name(),
                office ? caller.offices().stream().sorted().findFirst().orElseThrow() : "",
                name,
                office ? caller.accountId() : "",
                time.now());
        entity.state(CaseState.DRAFT);
        entity.stateLabel(CaseState.DRAFT.title());
        entity.round(1);
        entity.form(Json.write(form));
        entity.eventHash("");
        entity.changedAt(time.now());
        return entity;
    }

    private void attach(
            EntityManager em, Caller caller, Registration registration, CaseEntity entity, ReceivedFile file) {
        file.read(upload -> {
            Slot slot = Slot.find(registration.procedure().slots(), upload.slot())
                    .orElseThrow(() -> CaseService.unknownSlot(upload.slot()));
            return attachments.add(em, entity, null, slot, upload, caller, time.now());
        });
        em.flush();
    }

    private List<Violation> violations(
            EntityManager em, Registration registration, CaseEntity entity, Facts facts, String password) {
        Procedure procedure = registration.procedure();
        List<Violation> violations = new ArrayList<>(CaseChecks.ofApplicant(em, attachments, procedure, facts, entity));
        Newcomer newcomer = RegistrationChecks.newcomer(entity.jurisdiction(), registration, facts.form());
        violations.addAll(RegistrationChecks.password(registration, newcomer, password));
        violations.addAll(CaseChecks.errors(CaseChecks.findings(entity.jurisdiction(), procedure.guards(), facts)));
        if (violations.isEmpty()) {
            // What is known of others is said only to whoever has done his own part.
            violations.addAll(RegistrationChecks.problems(em, entity.jurisdiction(), registration, newcomer, facts));
        }
        return violations.stream().distinct().toList();
    }

    private static void refuse(List<Violation> violations) {
        if (!violations.isEmpty()) {
            throw Refusal.invalid(violations);
        }
    }

    @Override
    public Receipt status(String jurisdiction, String id) {
        Descriptor descriptor = modules.descriptor(jurisdiction).orElseThrow(Refusal::notFound);
        return receipt(descriptor, id, "");
    }

    private Receipt receipt(Descriptor descriptor, String id, String password) {
        return transactions.read(em -> {
            CaseEntity entity = Optional.ofNullable(em.find(CaseEntity.class, id))
                    .filter(found -> found.jurisdiction().equals(descriptor.id()))
                    .orElseThrow(Refusal::notFound);
            Registration registration =
                    descriptor.registration(entity.procedure()).orElseThrow(Refusal::notFound);
            boolean open = OPENED.contains(entity.applicantKind());
            List<Receipt.Login> logins = open
                    ? RegistrationChecks.newcomer(descriptor.id(), registration, Json.form(entity.form()))
                            .logins()
                            .stream()
                            .map(login -> new Receipt.Login(login.name(), password))
                            .toList()
                    : List.of();
            return new Receipt(
                    entity.id(),
                    entity.number(),
                    new Stage(entity.state(), entity.stateLabel()),
                    message(em, registration, entity, open),
                    logins);
        });
    }

    private static String message(EntityManager em, Registration registration, CaseEntity entity, boolean open) {
        if (open) {
            return registration.done();
        }
        FormData form = Json.form(entity.form());
        Optional<String> failed = registration
                .proving()
                .filter(proving -> proving.isByPassword(form) || proving.isByLock(form))
                .map(Proving::failed);
        if (entity.state().isOpen() && failed.isPresent()) {
            // Whose proof had held would be open by now.
            return failed.get();
        }
        return entity.state() == CaseState.REJECTED ? lastOpinion(em, entity.id()) : "注册信息已提交，请等待审核";
    }

    private static String lastOpinion(EntityManager em, String caseId) {
        Stream<EventEntity> events = em
                .createQuery(
                        "select e from EventEntity e where e.stream = :case order by e.seq desc", EventEntity.class)
                .setParameter("case", caseId)
                .getResultList()
                .stream();
        return events.filter(event -> event.step() != null && !event.step().isEmpty())
                .map(EventEntity::opinion)
                .findFirst()
                .orElse("");
    }

    @Override
    public boolean takeOver(
            Caller caller, Descriptor descriptor, Registration registration, FormData form, String hash) {
        String number = numbers.next(descriptor.numberPrefix(), time.today());
        return ModuleCode.limited(() -> transactions.write(em -> {
            CaseEntity entity = entity(caller, descriptor, registration, form, number);
            FactsFinder finder = new FactsFinder(em, time, modules);
            Facts facts = finder.ofCase(entity, Moment.SUBMITTING, Optional.empty());
            Newcomer newcomer = RegistrationChecks.newcomer(descriptor.id(), registration, form);
            Locks.take(em, Subjects.of(descriptor.id(), registration.procedure(), facts));
            refuse(CaseChecks.ofForm(
                    descriptor.id(), registration.procedure().form(), form, facts, FormRules.Completeness.COMPLETE));
            if (new Newcomers(em).isTakenIn(descriptor.id(), newcomer)) {
                return false;
            }
            List<Violation> violations = new ArrayList<>(CaseChecks.errors(CaseChecks.findings(
                    descriptor.id(), registration.procedure().guards(), facts)));
            violations.addAll(RegistrationChecks.problems(em, descriptor.id(), registration, newcomer, facts));
            refuse(violations);
            em.persist(entity);
            em.persist(new RegistrationEntity(entity.id(), hash));
            em.flush();
            Behaviour behaviour = new Behaviour(descriptor, registration.procedure());
            new CaseEngine(em, finder, time, calendars.of(em, descriptor.id()), behaviour, entity, caller).takeOver();
            return true;
        }));
    }
}
