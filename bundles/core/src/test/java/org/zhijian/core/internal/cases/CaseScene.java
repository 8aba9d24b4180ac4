package org.zhijian.core.internal.cases;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.zhijian.api.Descriptor;
import org.zhijian.api.chain.Decision;
import org.zhijian.api.directory.Office;
import org.zhijian.api.directory.Organisation;
import org.zhijian.api.form.FormData;
import org.zhijian.api.notice.SmsTemplate;
import org.zhijian.api.procedure.Procedure;
import org.zhijian.core.access.Caller;
import org.zhijian.core.access.Once;
import org.zhijian.core.access.Refusal;
import org.zhijian.core.cases.CaseView;
import org.zhijian.core.cases.TaskLine;
import org.zhijian.core.cases.TaskQuery;
import org.zhijian.core.cases.Verdict;
import org.zhijian.core.internal.attachments.Attachments;
import org.zhijian.core.internal.calendar.Calendars;
import org.zhijian.core.internal.calendar.WorkCalendarService;
import org.zhijian.core.internal.contents.ContentStore;
import org.zhijian.core.internal.contents.Contents;
import org.zhijian.core.internal.definition.DefinitionCodec;
import org.zhijian.core.internal.identity.Accounts;
import org.zhijian.core.internal.identity.DirectoryEditor;
import org.zhijian.core.internal.identity.OfficeAccounts;
import org.zhijian.core.internal.modules.DefinitionStore;
import org.zhijian.core.internal.modules.Modules;
import org.zhijian.core.internal.settings.TestClock;
import org.zhijian.core.internal.settings.TestSettings;
import org.zhijian.core.internal.settings.Time;
import org.zhijian.core.internal.store.Database;
import org.zhijian.core.internal.store.Ids;
import org.zhijian.core.internal.store.Transactions;
import org.zhijian.core.internal.store.Writes;
import org.zhijian.core.internal.store.entity.DefinitionEntity;
import org.zhijian.core.internal.virus.VirusScan;

/** A jurisdiction of one procedure with its own firms and offices, on one database: applicants and officers act through the services. */
final class CaseScene {
    /** Unique in a database that many tests share. */
    final String jurisdiction = "town-" + Ids.next().substring(24);

    final TestClock clock = new TestClock();
    final CaseService cases;
    final TaskService tasks;
    final AssignmentService assignments;
    final CoReviewService coReviews;
    final DelegationService delegations;
    final WorkCalendarService calendar;
    final Calendars calendars;
    final DeadlineWatch deadlines;
    final Transactions transactions;
    final Attachments attachments;
    final String firm = Ids.next();
    final String otherFirm = Ids.next();

    private final OneModule module = new OneModule();
    private final DefinitionStore definitions = new DefinitionStore();

    CaseScene(Database database, Procedure procedure) {
        Time time = clock.time();
        transactions = new Transactions(database);
        ContentStore files = files();
        attachments = new Attachments(files, new VirusScan(List.of()));
        Writes writes = new Writes(transactions, time);
        calendars = new Calendars(module);
        Deputies deputies = new Deputies(time);
        Readers readers = new Readers(time, module, definitions, attachments, calendars, deputies);
        cases = new CaseService(transactions, writes, time, module, attachments, files, readers, calendars);
        tasks = new TaskService(transactions, writes, time, module, attachments, readers, calendars, deputies);
        assignments = new AssignmentService(transactions, writes, time, deputies, readers);
        coReviews = new CoReviewService(transactions, writes, time, deputies, readers);
        delegations = new DelegationService(transactions, writes, time, deputies);
        deadlines = new DeadlineWatch(transactions, time, module, readers, calendars);
        calendar = new WorkCalendarService(transactions, writes, time, module, calendars);
        install(procedure);
        transactions.run(em -> {
            DirectoryEditor directory = new DirectoryEditor(em);
            directory.saveOffices(jurisdiction, offices());
            directory.save(firm(firm, "示例甲公司"));
            directory.save(firm(otherFirm, "示例乙公司"));
        });
    }

    private ContentStore files() {
        try {
            return new Contents(TestSettings.of(Path.of("target", "test-files", jurisdiction), Map.of()));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    String office(String name) {
        return jurisdiction + "-" + name;
    }

    private List<Office> offices() {
        return List.of(
                Office.office(office("east"), "东区", Office.Level.COUNTY, "320000"),
                Office.office(office("west"), "西区", Office.Level.COUNTY, "320000"),
                Office.office(office("head"), "总站", Office.Level.PROVINCE, "320000")
                        .overseeing());
    }

    /** Makes one more firm known. */
    void organisation(String id, String name) {
        transactions.run(em -> new DirectoryEditor(em).save(firm(id, name)));
    }

    /** Its contact is the jurisdiction: so a routing finds the offices of the scene that it plays in. */
    private Organisation firm(String id, String name) {
        return new Organisation(id, name, "", "", Set.of("FIRM"), "320000", "", jurisdiction, "");
    }

    /** Installs the module, or another version of it. */
    void install(Procedure procedure) {
        String json = DefinitionCodec.write(procedure);
        String hash = DefinitionCodec.hash(json);
        transactions.run(em -> {
            if (em.find(DefinitionEntity.class, hash) == null) {
                em.persist(new DefinitionEntity(
                        hash, jurisdiction, "procedure", procedure.id(), "1.0.0", json, clock.instant()));
            }
        });
        module.procedure = procedure;
        module.hash = hash;
    }

    void uninstall() {
        module.procedure = null;
    }

    Modules modules() {
        return module;
    }

    Caller firm() {
        return caller(firm, "示例甲公司");
    }

    Caller otherFirm() {
        return caller(otherFirm, "示例乙公司");
    }

    Caller caller(String id, String name) {
        return new Caller(
                Caller.Kind.ORGANISATION,
                "acc-" + id.substring(26),
                "l",
                name,
                jurisdiction,
                id,
                "",
                Set.of(),
                false,
                "");
    }

    Caller officer(String name) {
        return new Caller(
                Caller.Kind.OFFICE,
                "acc-" + office(name),
                name,
                name + "经办人",
                jurisdiction,
                "",
                "",
                Set.of(office(name)),
                false,
                "");
    }

    /** An officer with an account of his own, member of these offices. */
    Caller member(String loginName, String... offices) {
        Set<String> ids =
                java.util.Arrays.stream(offices).map(this::office).collect(java.util.stream.Collectors.toSet());
        String account = transactions.write(em -> new Accounts(em)
                .create(
                        new Accounts.NewAccount(
                                jurisdiction, loginName, Caller.Kind.OFFICE, loginName, "", "", ids, "", "x", false),
                        clock.instant()));
        return transactions.read(em -> new OfficeAccounts(em).byId(account)).orElseThrow();
    }

    /** A submitted case of the first firm. */
    CaseView submitted(Map<String, Object> form) {
        CaseView draft = cases.start(firm(), Once.UNKEYED, jurisdiction, module.procedure.id(), new FormData(form));
        clock.forward(java.time.Duration.ofSeconds(1));
        return cases.submit(firm(), Once.UNKEYED, draft.line().id());
    }

    List<TaskLine> inbox(Caller caller) {
        return tasks.list(caller, TaskQuery.waiting()).items();
    }

    /** What waits in the outbox, or was sent, by this template. */
    List<String> sms(SmsTemplate template) {
        return transactions.read(em -> em.createQuery(
                        "select m.payload from OutboxEntity m where m.jurisdiction = :jurisdiction and m.template = :id",
                        String.class)
                .setParameter("jurisdiction", jurisdiction)
                .setParameter("id", template.id())
                .getResultList());
    }

    CaseView decide(Caller caller, Decision decision, String opinion) {
        return decide(caller, inbox(caller).get(0).id(), decision, opinion);
    }

    CaseView decide(Caller caller, String task, Decision decision, String opinion) {
        clock.forward(java.time.Duration.ofSeconds(1));
        return tasks.decide(caller, Once.UNKEYED, task, new Verdict(decision, opinion, FormData.EMPTY, ""));
    }

    /** How a call is refused: kind, code and text. */
    static String refusal(ThrowingCallable call) {
        Refusal refusal = catchThrowableOfType(Refusal.class, call);
        return refusal.kind() + " " + refusal.code() + " " + refusal.getMessage();
    }

    private final class OneModule implements Modules {
        private volatile Procedure procedure;
        private volatile String hash;

        @Override
        public List<Descriptor> running() {
            return descriptor(jurisdiction).stream().toList();
        }

        @Override
        public Optional<Descriptor> descriptor(String id) {
            if (procedure == null || !id.equals(jurisdiction)) {
                return Optional.empty();
            }
            return Optional.of(Descriptor.jurisdiction(jurisdiction, "示例镇")
                    .offices(offices())
                    .procedures(procedure)
                    .build());
        }

        @Override
        public String version(String id) {
            return "1.0.0";
        }

        @Override
        public Optional<String> currentHash(String id, String procedureId) {
            return procedure == null ? Optional.empty() : Optional.of(hash);
        }

        @Override
        public Optional<Behaviour> behaviour(String id, String procedureId, String wanted) {
            return descriptor(id)
                    .filter(descriptor -> wanted.equals(hash))
                    .map(descriptor -> new Behaviour(descriptor, procedure));
        }
    }

    /** A form with a name. */
    static Map<String, Object> form(String name) {
        Map<String, Object> form = new LinkedHashMap<>();
        form.put("name", name);
        return form;
    }
}
