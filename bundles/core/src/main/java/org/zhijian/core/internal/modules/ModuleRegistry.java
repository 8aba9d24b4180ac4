package org.zhijian.core.internal.modules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.util.tracker.ServiceTracker;
import org.osgi.util.tracker.ServiceTrackerCustomizer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhijian.api.DefinitionProblems;
import org.zhijian.api.Descriptor;
import org.zhijian.api.Jurisdiction;
import org.zhijian.api.procedure.Procedure;
import org.zhijian.core.internal.demo.DemonstrationLoader;
import org.zhijian.core.internal.identity.DirectoryEditor;
import org.zhijian.core.internal.intake.Channels;
import org.zhijian.core.internal.registers.RegistersEditor;
import org.zhijian.core.internal.settings.Settings;
import org.zhijian.core.internal.settings.Time;
import org.zhijian.core.internal.store.Database;
import org.zhijian.core.internal.store.Transactions;
import org.zhijian.core.modules.Installation;

/**
 * Follows the jurisdictions as they come and go. One becomes visible only after its definitions have been checked as a whole and stored; one
 * that is refused stops nothing else. Thread-safe.
 */
@Component(
        service = {Modules.class, Installation.class},
        immediate = true)
public final class ModuleRegistry implements Modules, Installation {
    private static final Logger LOG = LoggerFactory.getLogger(ModuleRegistry.class);

    private final Settings settings;
    private final Time time;
    private final Database database;
    private final Transactions transactions;
    private final DefinitionStore definitions;
    private final DemonstrationLoader demonstrations;
    private final FaultLog faults;
    private final Map<String, RunningModule> running = new ConcurrentHashMap<>();
    private final Map<String, Module> rejected = new ConcurrentHashMap<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final ServiceTracker<Jurisdiction, Jurisdiction> tracker;

    /** Why the system must not start at all; blank if it may. */
    private final String obstacle;

    @Activate
    public ModuleRegistry(
            BundleContext context,
            @Reference Settings settings,
            @Reference Time time,
            @Reference Database database,
            @Reference Transactions transactions,
            @Reference DefinitionStore definitions,
            @Reference DemonstrationLoader demonstrations,
            @Reference FaultLog faults) {
        this.settings = settings;
        this.time = time;
        this.database = database;
        this.transactions = transactions;
        this.definitions = definitions;
        this.demonstrations = demonstrations;
        this.faults = faults;
        tracker = new ServiceTracker<>(context, Jurisdiction.class, new Follower(context));
        obstacle = prepare();
        if (obstacle.isEmpty()) {
            tracker.open();
        }
    }

    /** Makes the installation ready for its modules; answers why it cannot, so that the health page says it and no module runs. */
    private String prepare() {
        try {
            demonstrations.prepare();
            return "";
        } catch (IllegalStateException refused) {
            LOG.error("the system does not start: {}", refused.getMessage());
            return refused.getMessage();
        }
    }

    @Deactivate
    public void close() {
        tracker.close();
    }

    private final class Follower implements ServiceTrackerCustomizer<Jurisdiction, Jurisdiction> {
        private final BundleContext context;

        Follower(BundleContext context) {
            this.context = context;
        }

        @Override
        public Jurisdiction addingService(ServiceReference<Jurisdiction> reference) {
            Jurisdiction jurisdiction = context.getService(reference);
            if (jurisdiction != null) {
                String name = reference.getBundle().getSymbolicName();
                add(jurisdiction, name, reference.getBundle().getVersion().toString());
            }
            return jurisdiction;
        }

        @Override
        public void modifiedService(ServiceReference<Jurisdiction> reference, Jurisdiction jurisdiction) {
            // Properties of the service say nothing about the jurisdiction.
        }

        @Override
        public void removedService(ServiceReference<Jurisdiction> reference, Jurisdiction jurisdiction) {
            remove(reference.getBundle().getSymbolicName());
            context.ungetService(reference);
        }
    }

    /** Takes a module in; modules are told apart by the symbolic name of their bundle until their descriptor has been read. */
    private synchronized void add(Jurisdiction jurisdiction, String bundle, String version) {
        try {
            Descriptor descriptor = jurisdiction.descriptor();
            List<String> problems = problems(descriptor);
            if (!problems.isEmpty()) {
                reject(bundle, descriptor.title(), version, problems);
                return;
            }
            RunningModule module = store(descriptor, version);
            if (settings.demonstration()) {
                demonstrations.load(descriptor, jurisdiction.demonstration());
            }
            running.put(bundle, module);
            rejected.remove(bundle);
            LOG.info("module {} {} runs", descriptor.id(), version);
            tellListeners();
        } catch (RuntimeException | LinkageError fault) {
            LOG.error("module {} {} cannot be taken in", bundle, version, fault);
            reject(bundle, bundle, version, List.of("模块启动失败：" + fault.getMessage()));
        }
    }

    private void reject(String bundle, String title, String version, List<String> problems) {
        LOG.warn("module {} {} is rejected: {}", bundle, version, problems);
        rejected.put(bundle, new Module(bundle, title, version, "REJECTED", problems));
        tellListeners();
    }

    private synchronized void remove(String bundle) {
        RunningModule module = running.remove(bundle);
        rejected.remove(bundle);
        if (module != null) {
            LOG.info("module {} {} has gone", module.descriptor().id(), module.version());
        }
        tellListeners();
    }

    private RunningModule store(Descriptor descriptor, String version) {
        return transactions.write(em -> {
            new DirectoryEditor(em).saveOffices(descriptor.id(), descriptor.offices());
            RegistersEditor registers = new RegistersEditor(em, descriptor.id(), null, time.now());
            descriptor.registers().forEach(registers::refresh);
            Channels.keep(em, descriptor);
            descriptor.dictionaries().forEach(dictionary -> dictionary
                    .initial()
                    .forEach(entry -> registers.seed(dictionary.register(), entry)));
            Sources.keep(em, descriptor);
            Map<String, String> hashes = new LinkedHashMap<>();
            for (Procedure procedure : descriptor.definitions()) {
                hashes.put(procedure.id(), definitions.keep(em, descriptor.id(), version, procedure, time.now()));
            }
            return new RunningModule(descriptor, version, hashes);
        });
    }

    /** What the other modules do not bear, beside what is wrong with the definitions themselves. */
    private List<String> problems(Descriptor descriptor) {
        List<String> problems = new ArrayList<>(DefinitionProblems.of(descriptor));
        for (RunningModule other : running.values()) {
            if (other.descriptor().id().equals(descriptor.id())) {
                problems.add(
                        "标识“" + descriptor.id() + "”已被模块“" + other.descriptor().title() + "”使用");
                continue;
            }
            other.descriptor().offices().stream()
                    .filter(office -> descriptor.offices().stream()
                            .anyMatch(mine -> mine.id().equals(office.id())))
                    .forEach(office -> problems.add("机构标识“" + office.id() + "”已被模块“"
                            + other.descriptor().title() + "”使用"));
        }
        return problems;
    }

    private void tellListeners() {
        for (Runnable listener : listeners) {
            try {
                listener.run();
            } catch (RuntimeException fault) {
                LOG.error("a listener to modules failed", fault);
            }
        }
    }

    private Optional<RunningModule> module(String jurisdiction) {
        return running.values().stream()
                .filter(module -> module.descriptor().id().equals(jurisdiction))
                .findFirst();
    }

    @Override
    public List<Descriptor> running() {
        return running.values().stream()
                .map(RunningModule::descriptor)
                .sorted(Comparator.comparing(Descriptor::id))
                .toList();
    }

    @Override
    public Optional<Descriptor> descriptor(String jurisdiction) {
        return module(jurisdiction).map(RunningModule::descriptor);
    }

    @Override
    public String version(String jurisdiction) {
        return module(jurisdiction).map(RunningModule::version).orElse("");
    }

    @Override
    public Optional<String> currentHash(String jurisdiction, String procedure) {
        return module(jurisdiction).map(module -> module.hashes().get(procedure));
    }

    @Override
    public Optional<Behaviour> behaviour(String jurisdiction, String procedure, String hash) {
        return module(jurisdiction)
                .filter(module -> hash.equals(module.hashes().get(procedure)))
                .map(module -> new Behaviour(module.descriptor(), module.procedure(procedure)));
    }

    @Override
    public boolean demonstration() {
        return settings.demonstration();
    }

    @Override
    public LocalDate today() {
        return time.today();
    }

    @Override
    public List<Check> readiness() {
        List<Check> checks = new ArrayList<>();
        boolean reachable = database.isReachable();
        checks.add(new Check("database", "数据库", reachable, reachable ? "" : "数据库无法连接"));
        checks.add(new Check("migrations", "数据库结构", true, ""));
        if (!obstacle.isEmpty()) {
            checks.add(new Check("start", "启动", false, obstacle));
        }
        for (String id : settings.bootModules()) {
            boolean runs = module(id).isPresent();
            String why = rejected.values().stream()
                    .filter(module -> module.id().endsWith("." + id))
                    .map(module -> String.join("；", module.problems()))
                    .findFirst()
                    .orElse("模块未启动");
            checks.add(new Check("module:" + id, "业务模块 " + id, runs, runs ? "" : why));
        }
        return checks;
    }

    @Override
    public List<Module> modules() {
        List<Module> all = new ArrayList<>(rejected.values());
        Map<String, Integer> failed = faults.lastDay();
        running.values()
                .forEach(module -> all.add(new Module(
                        module.descriptor().id(),
                        module.descriptor().title(),
                        module.version(),
                        "RUNNING",
                        List.of(),
                        failed.getOrDefault(module.descriptor().id(), 0))));
        all.sort(Comparator.comparing(Module::id));
        return all;
    }

    @Override
    public AutoCloseable onChange(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }
}
