package org.zhijian.core.internal.cases;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.zhijian.api.Descriptor;
import org.zhijian.api.directory.Office;
import org.zhijian.api.directory.Organisation;
import org.zhijian.api.form.FormData;
import org.zhijian.api.procedure.Procedure;
import org.zhijian.api.registration.OldAccount;
import org.zhijian.api.registration.Registration;
import org.zhijian.core.access.Caller;
import org.zhijian.core.access.Once;
import org.zhijian.core.access.Refusal;
import org.zhijian.core.access.Violation;
import org.zhijian.core.identity.SignIn;
import org.zhijian.core.internal.attachments.Attachments;
import org.zhijian.core.internal.calendar.Calendars;
import org.zhijian.core.internal.contents.Contents;
import org.zhijian.core.internal.definition.DefinitionCodec;
import org.zhijian.core.internal.identity.DirectoryEditor;
import org.zhijian.core.internal.identity.DirectoryView;
import org.zhijian.core.internal.identity.OldAccounts;
import org.zhijian.core.internal.identity.TestSignIn;
import org.zhijian.core.internal.modules.DefinitionStore;
import org.zhijian.core.internal.modules.Modules;
import org.zhijian.core.internal.settings.Settings;
import org.zhijian.core.internal.settings.TestClock;
import org.zhijian.core.internal.settings.TestSettings;
import org.zhijian.core.internal.settings.Time;
import org.zhijian.core.internal.store.Database;
import org.zhijian.core.internal.store.Ids;
import org.zhijian.core.internal.store.Transactions;
import org.zhijian.core.internal.store.Writes;
import org.zhijian.core.internal.store.entity.DefinitionEntity;
import org.zhijian.core.internal.virus.VirusScan;
import org.zhijian.core.registration.Application;
import org.zhijian.core.registration.Evidence;
import org.zhijian.core.registration.Receipt;

/** A jurisdiction with its registrations on one database: people without an account register, an office decides. */
final class RegistrationScene {
    static final String PASSWORD = "Wuxi2026";

    /** Unique in a database that many tests share. */
    final String jurisdiction = "town-" + Ids.next().substring(24);

    final TestClock clock = new TestClock();
    final Transactions transactions;
    final RegistrationService registrations;
    final TaskService tasks;
    final CaseService cases;
    final SignIn signIn;
    final Attachments attachments;
    final Modules modules = new OneModule();

    private final List<Registration> declared;

    RegistrationScene(Database database, Registration... declared) {
        Time time = clock.time();
        this.declared = List.of(declared);
        transactions = new Transactions(database);
        Writes writes = new Writes(transactions, time);
        DefinitionStore definitions = new DefinitionStore();
        Contents files = files();
        attachments = new Attachments(files, new VirusScan(List.of()));
        Calendars calendars = new Calendars(modules);
        Deputies deputies = new Deputies(time);
        Readers readers = new Readers(time, modules, definitions, attachments, calendars, deputies);
        OldAccounts oldAccounts = new OldAccounts(transactions, time, settings());
        registrations =
                new RegistrationService(transactions, writes, time, modules, attachments, calendars, oldAccounts);
        tasks = new TaskService(transactions, writes, time, modules, attachments, readers, calendars, deputies);
        cases = new CaseService(transactions, writes, time, modules, attachments, files, readers, calendars);
        signIn = TestSignIn.of(transactions, time);
        transactions.run(em -> {
            new DirectoryEditor(em).saveOffices(jurisdiction, offices());
            this.declared.forEach(registration -> keep(em, registration.procedure()));
        });
    }

    private void keep(EntityManager em, Procedure procedure) {
        String json = DefinitionCodec.write(procedure);
        String hash = DefinitionCodec.hash(json);
        if (em.find(DefinitionEntity.class, hash) == null) {
            em.persist(new DefinitionEntity(
                    hash, jurisdiction, "procedure", procedure.id(), "1.0.0", json, clock.instant()));
        }
    }

    private Settings settings() {
        return TestSettings.of(Path.of("target", "test-files", jurisdiction), Map.of());
    }

    private Contents files() {
        try {
            return new Contents(settings());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private List<Office> offices() {
        return List.of(Office.office(jurisdiction + "-head", "总站", Office.Level.PROVINCE, "320000")
                .overseeing());
    }

    Caller nobody() {
        return Caller.nobody("10.0.0." + jurisdiction.hashCode());
    }

    Caller officer() {
        return new Caller(
                Caller.Kind.OFFICE,
                "acc-" + jurisdiction,
                "head",
                "总站经办人",
                jurisdiction,
                "",
                "",
                Set.of(jurisdiction + "-head"),
                false,
                "");
    }

    Receipt register(Caller caller, String registration, Map<String, Object> form) {
        return register(caller, Once.UNKEYED, registration, form);
    }

    Receipt register(Caller caller, Once once, String registration, Map<String, Object> form) {
        clock.forward(java.time.Duration.ofSeconds(1));
        return registrations.register(
                caller, once, jurisdiction, new Application(registration, new FormData(form), List.of(), PASSWORD));
    }

    /** One who shows the password of its old account. */
    Receipt register(Caller caller, String registration, Map<String, Object> form, String oldPassword) {
        clock.forward(java.time.Duration.ofSeconds(1));
        return registrations.register(
                caller,
                Once.UNKEYED,
                jurisdiction,
                new Application(
                        registration,
                        new FormData(form),
                        List.of(),
                        PASSWORD,
                        new Evidence(oldPassword, Optional.empty())));
    }

    /** The system that went before hands an account over. */
    void remember(OldAccount account) {
        transactions.run(em -> OldAccounts.keep(em, jurisdiction, account));
    }

    /** What waits in the outbox, or was sent, by the template with this id. */
    List<String> outgoing(String template) {
        return transactions.read(em -> em.createQuery(
                        "select m.payload from OutboxEntity m where m.jurisdiction = :jurisdiction and m.template = :id",
                        String.class)
                .setParameter("jurisdiction", jurisdiction)
                .setParameter("id", template)
                .getResultList());
    }

    Optional<Organisation> organisation(String uscc, String orgCode) {
        return transactions.read(em -> new DirectoryView(em).organisationByCode(uscc, orgCode));
    }

    void save(Organisation organisation) {
        transactions.run(em -> new DirectoryEditor(em).save(organisation));
    }

    /** What a call is refused with: all texts, in order. */
    static String refusal(ThrowingCallable call) {
        Refusal refusal = catchThrowableOfType(Refusal.class, call);
        return refusal.violations().isEmpty()
                ? refusal.kind() + " " + refusal.getMessage()
                : refusal.violations().stream().map(Violation::message).collect(Collectors.joining("；"));
    }

    static Map<String, Object> form(String name, String uscc, String orgCode, String login) {
        Map<String, Object> form = new LinkedHashMap<>();
        form.put("orgName", name);
        form.put("uscc", uscc);
        form.put("orgCode", orgCode);
        form.put("contactMobile", "13900000002");
        form.put("loginName", login);
        return form;
    }

    private final class OneModule implements Modules {
        @Override
        public List<Descriptor> running() {
            return descriptor(jurisdiction).stream().toList();
        }

        @Override
        public Optional<Descriptor> descriptor(String id) {
            return id.equals(jurisdiction)
                    ? Optional.of(Descriptor.jurisdiction(jurisdiction, "示例镇")
                            .offices(offices())
                            .registrations(declared.toArray(Registration[]::new))
                            .build())
                    : Optional.empty();
        }

        @Override
        public String version(String id) {
            return "1.0.0";
        }

        @Override
        public Optional<String> currentHash(String id, String procedure) {
            return procedure(procedure).map(found -> DefinitionCodec.hash(DefinitionCodec.write(found)));
        }

        @Override
        public Optional<Behaviour> behaviour(String id, String procedure, String hash) {
            return descriptor(id)
                    .flatMap(descriptor -> procedure(procedure).map(found -> new Behaviour(descriptor, found)));
        }

        private Optional<Procedure> procedure(String id) {
            return declared.stream()
                    .map(Registration::procedure)
                    .filter(found -> found.id().equals(id))
                    .findFirst();
        }
    }
}
