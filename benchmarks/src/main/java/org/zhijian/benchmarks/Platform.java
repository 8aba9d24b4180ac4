package org.zhijian.benchmarks;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.zhijian.api.Descriptor;
import org.zhijian.api.chain.Decision;
import org.zhijian.api.directory.Organisation;
import org.zhijian.api.form.FormData;
import org.zhijian.core.access.Caller;
import org.zhijian.core.access.Once;
import org.zhijian.core.cases.CaseView;
import org.zhijian.core.cases.Cases;
import org.zhijian.core.cases.TaskLine;
import org.zhijian.core.cases.Tasks;
import org.zhijian.core.cases.Verdict;
import org.zhijian.core.internal.attachments.Attachments;
import org.zhijian.core.internal.calendar.Calendars;
import org.zhijian.core.internal.cases.CaseService;
import org.zhijian.core.internal.cases.Deputies;
import org.zhijian.core.internal.cases.Readers;
import org.zhijian.core.internal.cases.TaskService;
import org.zhijian.core.internal.contents.ContentStore;
import org.zhijian.core.internal.contents.Contents;
import org.zhijian.core.internal.definition.DefinitionCodec;
import org.zhijian.core.internal.identity.DirectoryEditor;
import org.zhijian.core.internal.modules.DefinitionStore;
import org.zhijian.core.internal.modules.Modules;
import org.zhijian.core.internal.settings.Settings;
import org.zhijian.core.internal.settings.Time;
import org.zhijian.core.internal.store.Database;
import org.zhijian.core.internal.store.Transactions;
import org.zhijian.core.internal.store.Writes;
import org.zhijian.core.internal.store.entity.DefinitionEntity;
import org.zhijian.core.internal.virus.VirusScan;

/**
 * The job through the platform's own services, with all that they do for everybody: idempotency keys, policies, validation, guards before and
 * at the decision, locked subjects, log and audit chain, words for search, the register with its index, and the answer that screens show.
 */
final class Platform implements Contender {
    static final String DATABASE = "zhijian";

    private static final int FIRMS = 64;

    private final Database database;
    final Transactions transactions;
    final Cases cases;
    final Tasks tasks;

    Platform(Server server, boolean fresh) throws Exception {
        if (fresh) {
            server.renew(DATABASE);
        }
        Path data = Files.createTempDirectory("zhijian-benchmark");
        Settings settings =
                settings(data, Map.of("dbUrl", server.url(DATABASE), "dbUser", Server.USER, "dbConnections", 16));
        database = new Database(settings);
        transactions = new Transactions(database);
        Time time = new Time(settings);
        Writes writes = new Writes(transactions, time);
        ContentStore contents = new Contents(settings);
        Attachments attachments = new Attachments(contents, new VirusScan(List.of()));
        DefinitionStore definitions = new DefinitionStore();
        OneModule module = new OneModule();
        Calendars calendars = new Calendars(module);
        Deputies deputies = new Deputies(time);
        Readers readers = new Readers(time, module, definitions, attachments, calendars, deputies);
        cases = new CaseService(transactions, writes, time, module, attachments, contents, readers, calendars);
        tasks = new TaskService(transactions, writes, time, module, attachments, readers, calendars, deputies);
        if (fresh) {
            install(time);
        }
    }

    static Settings settings(Path data, Map<String, Object> values) throws IOException {
        return new Settings((Settings.Keys) Proxy.newProxyInstance(
                Settings.Keys.class.getClassLoader(),
                new Class<?>[] {Settings.Keys.class},
                (proxy, method, arguments) -> method.getName().equals("data")
                        ? data.toString()
                        : values.getOrDefault(method.getName(), method.getDefaultValue())));
    }

    private void install(Time time) {
        transactions.run(em -> {
            em.persist(new DefinitionEntity(
                    OneModule.HASH,
                    Permit.JURISDICTION,
                    "procedure",
                    Permit.PROCEDURE,
                    "1.0.0",
                    OneModule.JSON,
                    time.now()));
            DirectoryEditor directory = new DirectoryEditor(em);
            directory.saveOffices(Permit.JURISDICTION, Permit.descriptor().offices());
            for (int n = 0; n < FIRMS; n++) {
                directory.save(
                        new Organisation(firmId(n), "示例检测" + n + "有限公司", "", "", Set.of("FIRM"), "320200", "", "", ""));
            }
        });
    }

    static String firmId(int n) {
        return new UUID(0x0190_0000_0000_7000L, 0x8000_0000_0000_0000L | n).toString();
    }

    static Caller firm(int n) {
        return caller(Caller.Kind.ORGANISATION, "firm-" + n, firmId(n), Set.of());
    }

    static Caller officer(String office, int n) {
        return caller(Caller.Kind.OFFICE, office + "-" + n, "", Set.of(office));
    }

    private static Caller caller(Caller.Kind kind, String account, String organisation, Set<String> offices) {
        return new Caller(
                kind, account, account, account, Permit.JURISDICTION, organisation, "", offices, false, "127.0.0.1");
    }

    private static Once once() {
        return new Once(UUID.randomUUID().toString());
    }

    @Override
    public String name() {
        return "zhijian";
    }

    @Override
    public void oneCase(int worker, Map<String, Object> form) {
        CaseView submitted = submit(worker, form);
        CaseView first = decide("s1", worker, submitted);
        decide(worker % 2 == 0 ? "s2a" : "s2b", worker, first);
    }

    CaseView submit(int worker, Map<String, Object> form) {
        return cases.submit(firm(worker % FIRMS), once(), Permit.JURISDICTION, Permit.PROCEDURE, new FormData(form));
    }

    CaseView decide(String office, int worker, CaseView view) {
        TaskLine task = view.tasks().stream()
                .filter(line -> line.assignee().equals(Permit.officeName(office)))
                .findFirst()
                .orElseThrow();
        return tasks.decide(
                officer(office, worker),
                once(),
                task.id(),
                new Verdict(Decision.APPROVE, "材料齐全，同意", FormData.EMPTY, ""));
    }

    @Override
    public void close() {
        database.close();
    }

    /** The one jurisdiction, as if it were installed. */
    private static final class OneModule implements Modules {
        static final String JSON = DefinitionCodec.write(Permit.definition());
        static final String HASH = DefinitionCodec.hash(JSON);

        private final Descriptor descriptor = Permit.descriptor();

        @Override
        public List<Descriptor> running() {
            return List.of(descriptor);
        }

        @Override
        public Optional<Descriptor> descriptor(String id) {
            return id.equals(Permit.JURISDICTION) ? Optional.of(descriptor) : Optional.empty();
        }

        @Override
        public String version(String id) {
            return "1.0.0";
        }

        @Override
        public Optional<String> currentHash(String id, String procedure) {
            return Optional.of(HASH);
        }

        @Override
        public Optional<Behaviour> behaviour(String id, String procedure, String hash) {
            return Optional.of(new Behaviour(descriptor, Permit.definition()));
        }
    }
}
