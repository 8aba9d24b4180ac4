package org.zhijian.core.internal.modules;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.Version;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.util.tracker.ServiceTracker;
import org.osgi.util.tracker.ServiceTrackerCustomizer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhijian.api.DefinitionProblems;
import org.zhijian.api.Descriptor;
import org.zhijian.api.Jurisdiction;
import org.zhijian.api.Problem;
import org.zhijian.api.procedure.Procedure;
import org.zhijian.core.access.Refusal;
import org.zhijian.core.internal.definition.DefinitionCodec;
import org.zhijian.core.internal.demo.DemonstrationLoader;
import org.zhijian.core.internal.identity.DirectoryEditor;
import org.zhijian.core.internal.intake.Channels;
import org.zhijian.core.internal.registers.RegistersEditor;
import org.zhijian.core.internal.settings.Settings;
import org.zhijian.core.internal.settings.Time;
import org.zhijian.core.internal.store.Transactions;
import org.zhijian.core.internal.store.entity.ModuleEntity;
import org.zhijian.core.modules.Installation.Module;
import org.zhijian.core.modules.ModuleState;

/**
 * Follows the jurisdictions as they come and go. A version becomes visible only after its definitions have been checked as a whole and stored;
 * one that is refused stops nothing else, nor the version that ran before. Thread-safe.
 */
@Component(
        service = {Modules.class, ModuleRegistry.class},
        immediate = true)
public final class ModuleRegistry implements Modules {
    private static final Logger LOG = LoggerFactory.getLogger(ModuleRegistry.class);
    private static final Comparator<Generation> NEWEST_FIRST =
            Comparator.comparing(Generation::version).reversed();

    private final Settings settings;
    private final Time time;
    private final Transactions transactions;
    private final DefinitionStore definitions;
    private final DemonstrationLoader demonstrations;
    private final FaultLog faults;
    private final Candidates candidates;

    /** By bundle. */
    private final Map<Long, Generation> generations = new ConcurrentHashMap<>();

    /** What is wrong, by bundle. */
    private final Map<Long, List<Problem>> rejected = new ConcurrentHashMap<>();

    /** What jurisdictions showed when they were last taken in. */
    private final Map<String, Kept> kept = new ConcurrentHashMap<>();

    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final ServiceTracker<Jurisdiction, Jurisdiction> tracker;

    /** Tells listeners of gates: whoever is stopped in the code of a module does not wait for them. */
    private final ExecutorService news = Executors.newSingleThreadExecutor(run -> new Thread(run, "module-news"));

    /** Why the system must not start at all; blank if it may. */
    private final String obstacle;

    private record Kept(Descriptor descriptor, String version) {}

    @Activate
    public ModuleRegistry(
            BundleContext context,
            @Reference Settings settings,
            @Reference Time time,
            @Reference Transactions transactions,
            @Reference DefinitionStore definitions,
            @Reference DemonstrationLoader demonstrations,
            @Reference FaultLog faults,
            @Reference ServiceComponentRuntime components) {
        this.settings = settings;
        this.time = time;
        this.transactions = transactions;
        this.definitions = definitions;
        this.demonstrations = demonstrations;
        this.faults = faults;
        ModuleCode.room(Math.max(2, settings.dbConnections() / 2));
        candidates = new Candidates(context, components);
        tracker = new ServiceTracker<>(context, Jurisdiction.class, new Follower(context));
        obstacle = prepare();
        ModuleCode.tellOfGates(() -> news.execute(this::tellListeners));
        if (obstacle.isEmpty()) {
            tracker.open();
        }
    }

    /** Makes the installation ready for its modules; answers why it cannot, so that the health page says it and no module runs. */
    private String prepare() {
        try {
            demonstrations.prepare();
            transactions
                    .read(em -> em.createQuery("select m from ModuleEntity m", ModuleEntity.class)
                            .getResultList())
                    .forEach(module -> keep(module.jurisdiction(), module.version(), module.body()));
            return "";
        } catch (IllegalStateException refused) {
            LOG.error("the system does not start: {}", refused.getMessage());
            return refused.getMessage();
        }
    }

    private void keep(String jurisdiction, String version, String body) {
        kept.put(jurisdiction, new Kept(DefinitionCodec.readDescriptor(body), version));
    }

    @Deactivate
    public void close() {
        ModuleCode.tellOfGates(() -> {});
        news.shutdown();
        tracker.close();
    }

    private final class Follower implements ServiceTrackerCustomizer<Jurisdiction, Jurisdiction> {
        private final BundleContext context;

        Follower(BundleContext context) {
            this.context = context;
        }

        @Override
        public Jurisdiction addingService(ServiceReference<Jurisdiction> reference) {
            // On this thread, for the runtime of components tells by it who waits for whom.
            Jurisdiction jurisdiction = context.getService(reference);
            if (jurisdiction != null) {
                add(jurisdiction, reference.getBundle());
            }
            return jurisdiction;
        }

        @Override
        public void modifiedService(ServiceReference<Jurisdiction> reference, Jurisdiction jurisdiction) {
            // Properties of the service say nothing about the jurisdiction.
        }

        @Override
        public void removedService(ServiceReference<Jurisdiction> reference, Jurisdiction jurisdiction) {
            remove(reference.getBundle().getBundleId());
            context.ungetService(reference);
        }
    }

    private synchronized void add(Jurisdiction jurisdiction, Bundle bundle) {
        try {
            String home = jurisdiction.getClass().getPackageName();
            Descriptor descriptor =
                    ModuleCode.tried(bundle.getSymbolicName(), home, "its descriptor", jurisdiction::descriptor);
            List<Problem> problems = new ArrayList<>(ManifestProblems.of(bundle.getHeaders("")));
            problems.addAll(problems(descriptor, bundle.getSymbolicName()));
            if (!problems.isEmpty()) {
                reject(bundle, problems);
                return;
            }
            Generation generation = takeIn(descriptor, bundle);
            if (settings.demonstration() && isNewest(generation)) {
                demonstrations.load(
                        descriptor,
                        ModuleCode.tried(
                                bundle.getSymbolicName(), home, "its demonstration", jurisdiction::demonstration));
            }
            generations.put(bundle.getBundleId(), generation);
            ModuleCode.lives(descriptor.id(), home);
            ModuleCode.admit(descriptor.id());
            rejected.remove(bundle.getBundleId());
            LOG.info("module {} {} runs", descriptor.id(), bundle.getVersion());
            tellListeners();
        } catch (Exception | LinkageError fault) {
            rejectFaulty(bundle, fault);
        }
    }

    private void rejectFaulty(Bundle bundle, Throwable fault) {
        LOG.error("module {} {} cannot be taken in", bundle.getSymbolicName(), bundle.getVersion(), fault);
        reject(bundle, List.of(new Problem("模块", "启动失败：" + fault.getMessage(), "请更正模块代码，详见运行日志")));
    }

    private void reject(Bundle bundle, List<Problem> problems) {
        LOG.warn("module {} {} is rejected: {}", bundle.getSymbolicName(), bundle.getVersion(), problems);
        rejected.put(bundle.getBundleId(), problems);
        tellListeners();
    }

    /** What was found out about a bundle before any of its code is to run here; it is not started where anything is wrong. */
    void judged(Bundle bundle, List<Problem> problems) {
        if (!problems.isEmpty()) {
            reject(bundle, problems);
        } else if (rejected.remove(bundle.getBundleId()) != null) {
            tellListeners();
        }
    }

    /** The bundle is not there any more. */
    void forget(Bundle bundle) {
        if (rejected.remove(bundle.getBundleId()) != null) {
            tellListeners();
        }
    }

    private synchronized void remove(long bundle) {
        Generation generation = generations.remove(bundle);
        rejected.remove(bundle);
        if (generation != null) {
            LOG.info("module {} {} has gone", generation.id(), generation.version());
        }
        tellListeners();
    }

    private boolean isNewest(Generation generation) {
        return generations(generation.id()).allMatch(other -> other.version().compareTo(generation.version()) < 0);
    }

    /** Stores what a version shows; only the newest one says what offices and registers there are. */
    private Generation takeIn(Descriptor descriptor, Bundle bundle) {
        String version = bundle.getVersion().toString();
        String body = DefinitionCodec.write(descriptor);
        Generation generation = transactions.write(em -> {
            Map<String, String> hashes = new LinkedHashMap<>();
            for (Procedure procedure : descriptor.definitions()) {
                hashes.put(procedure.id(), definitions.keep(em, descriptor.id(), version, procedure, time.now()));
            }
            Generation stored = new Generation(
                    bundle.getBundleId(), bundle.getSymbolicName(), bundle.getVersion(), descriptor, hashes);
            if (isNewest(stored)) {
                new DirectoryEditor(em).saveOffices(descriptor.id(), descriptor.offices());
                RegistersEditor registers = new RegistersEditor(em, descriptor.id(), null, time.now());
                descriptor.registers().forEach(registers::refresh);
                Channels.keep(em, descriptor);
                descriptor.dictionaries().forEach(dictionary -> dictionary
                        .initial()
                        .forEach(entry -> registers.seed(dictionary.register(), entry)));
                Sources.keep(em, descriptor);
                ModuleEntity module = em.find(ModuleEntity.class, descriptor.id());
                if (module == null) {
                    module = new ModuleEntity(descriptor.id());
                    em.persist(module);
                }
                module.seen(version, body, time.now());
            }
            return stored;
        });
        if (isNewest(generation)) {
            keep(descriptor.id(), version, body);
        }
        return generation;
    }

    /** What the other modules do not bear, beside what is wrong with the definitions themselves. */
    List<Problem> problems(Descriptor descriptor, String name) {
        List<Problem> problems = new ArrayList<>(DefinitionProblems.of(descriptor));
        for (Generation other : generations.values()) {
            boolean sameJurisdiction = other.id().equals(descriptor.id());
            if (sameJurisdiction && other.name().equals(name)) {
                continue;
            }
            if (sameJurisdiction) {
                problems.add(new Problem(
                        "辖区 " + descriptor.id(),
                        "标识“" + descriptor.id() + "”已被模块“" + other.descriptor().title() + "”（" + other.name() + "）使用",
                        "请改用其他标识，或先移除该模块"));
                continue;
            }
            other.descriptor().offices().stream()
                    .filter(office -> descriptor.offices().stream()
                            .anyMatch(mine -> mine.id().equals(office.id())))
                    .forEach(office -> problems.add(new Problem(
                            "辖区 " + descriptor.id() + " 机构",
                            "机构标识“" + office.id() + "”已被模块“"
                                    + other.descriptor().title() + "”使用",
                            "请改用其他标识")));
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

    private Stream<Generation> generations(String jurisdiction) {
        return generations.values().stream()
                .filter(generation -> generation.id().equals(jurisdiction))
                .sorted(NEWEST_FIRST);
    }

    private Optional<Generation> newest(String jurisdiction) {
        return generations(jurisdiction).findFirst();
    }

    /** The versions that only finish what was started under them, each with the definitions that nobody else has. */
    Map<Generation, Set<String>> draining() {
        Map<Generation, Set<String>> draining = new LinkedHashMap<>();
        for (Generation generation : generations.values()) {
            newest(generation.id())
                    .filter(newest -> newest.bundle() != generation.bundle())
                    .ifPresent(newest -> draining.put(generation, generation.hashesNotIn(newest)));
        }
        return draining;
    }

    @Override
    public List<Descriptor> running() {
        return generations.values().stream()
                .map(Generation::id)
                .distinct()
                .sorted()
                .flatMap(id -> newest(id).stream())
                .map(Generation::descriptor)
                .toList();
    }

    @Override
    public Optional<Descriptor> descriptor(String jurisdiction) {
        return newest(jurisdiction).map(Generation::descriptor).or(() -> Optional.ofNullable(kept.get(jurisdiction))
                .map(Kept::descriptor));
    }

    @Override
    public String version(String jurisdiction) {
        return newest(jurisdiction)
                .map(generation -> generation.version().toString())
                .orElse("");
    }

    @Override
    public Optional<String> currentHash(String jurisdiction, String procedure) {
        return newest(jurisdiction).map(generation -> generation.hashes().get(procedure));
    }

    @Override
    public Optional<Behaviour> behaviour(String jurisdiction, String procedure, String hash) {
        return generations(jurisdiction)
                .filter(generation -> !ModuleCode.isCutOff(jurisdiction))
                .filter(generation -> hash.equals(generation.hashes().get(procedure)))
                .findFirst()
                .map(generation -> new Behaviour(generation.descriptor(), generation.procedure(procedure)));
    }

    /** Why the system does not start at all; blank if it does. */
    String obstacle() {
        return obstacle;
    }

    /** The modules that are there or have been, by id, the newest version of each first. */
    List<Module> modules() {
        List<Module> all = new ArrayList<>();
        Map<String, Integer> failed = faults.lastDay();
        generations.values().stream()
                .sorted(NEWEST_FIRST)
                .forEach(generation -> all.add(module(generation, failed.getOrDefault(generation.id(), 0))));
        candidates.all().stream()
                .filter(bundle -> !generations.containsKey(bundle.getBundleId()))
                .forEach(bundle -> all.add(module(bundle)));
        kept.forEach((id, module) -> {
            if (newest(id).isEmpty()) {
                all.add(new Module(
                        id,
                        module.descriptor().title(),
                        module.version(),
                        ModuleState.GONE,
                        List.of(new Problem("模块", "已移除或尚未启动，办件和台账可以查看", "重新安装后继续办理")),
                        failed.getOrDefault(id, 0)));
            }
        });
        all.sort(Comparator.comparing(Module::id));
        return all;
    }

    /** The bundles of a jurisdiction. */
    List<Bundle> bundles(String jurisdiction, String version) {
        return candidates.all().stream()
                .filter(bundle ->
                        version.isBlank() || bundle.getVersion().toString().equals(version))
                .filter(bundle -> Optional.ofNullable(generations.get(bundle.getBundleId()))
                        .map(Generation::id)
                        .orElse(bundle.getSymbolicName())
                        .equals(jurisdiction))
                .toList();
    }

    /** How far the version of a bundle has come; empty if there is no such bundle. */
    Optional<Module> module(String name, Version version) {
        return candidates.all().stream()
                .filter(bundle -> bundle.getSymbolicName().equals(name)
                        && bundle.getVersion().equals(version))
                .findFirst()
                .map(bundle -> Optional.ofNullable(generations.get(bundle.getBundleId()))
                        .map(generation -> module(generation, 0))
                        .orElseGet(() -> module(bundle)));
    }

    private Module module(Generation generation, int failed) {
        boolean newest = newest(generation.id()).filter(generation::equals).isPresent();
        Gate.State gate = ModuleCode.gateOf(generation.id()).state();
        ModuleState state = ModuleState.DRAINING;
        List<Problem> reasons = List.of(new Problem("模块", "新版本已启用，本版本办结在办事项后自动移除", ""));
        if (newest && gate == Gate.State.OPEN) {
            state = ModuleState.RUNNING;
            reasons = List.of();
        } else if (newest) {
            state = ModuleState.CUT_OFF;
            reasons = List.of(new Problem(
                    "模块代码",
                    gate == Gate.State.SHUT ? "没有返回，也无法中止，已被隔离" : "反复出错或没有返回，已被隔离，稍后自动再试",
                    "详见运行日志；请安装更正后的版本，或查明原因后恢复"));
        }
        return new Module(
                generation.id(),
                generation.descriptor().title(),
                generation.version().toString(),
                state,
                reasons,
                failed);
    }

    /**
     * Takes away what a jurisdiction has left. Meanwhile no module comes or goes on this node.
     *
     * @throws Refusal 409 if a version of it runs
     */
    synchronized <T> T forget(String jurisdiction, Supplier<T> purge) {
        if (newest(jurisdiction).isPresent()) {
            throw Refusal.conflict("MODULE_INSTALLED", "模块仍在安装，请先移除");
        }
        T result = purge.get();
        kept.remove(jurisdiction);
        tellListeners();
        return result;
    }

    /** Lets calls into the code of a module again. */
    void resume(String jurisdiction) {
        ModuleCode.admit(jurisdiction);
        tellListeners();
    }

    /** A bundle that is no generation. */
    private Module module(Bundle bundle) {
        List<Problem> problems = rejected.get(bundle.getBundleId());
        ModuleState state = ModuleState.REJECTED;
        if (problems == null) {
            problems = candidates.missing(bundle);
            state = problems.isEmpty() ? ModuleState.FOUND : ModuleState.WAITING;
        }
        if (state == ModuleState.FOUND) {
            problems = List.of(new Problem("模块", "尚未启动", "请启动该程序包"));
        }
        String title = bundle.getHeaders("").get(Constants.BUNDLE_NAME);
        return new Module(
                bundle.getSymbolicName(),
                title == null ? bundle.getSymbolicName() : title,
                bundle.getVersion().toString(),
                state,
                problems,
                0);
    }

    AutoCloseable onChange(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }
}
