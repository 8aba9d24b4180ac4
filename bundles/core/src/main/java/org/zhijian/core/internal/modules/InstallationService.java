package org.zhijian.core.internal.modules;

import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhijian.api.Descriptor;
import org.zhijian.api.Problem;
import org.zhijian.api.chain.CaseState;
import org.zhijian.api.register.Register;
import org.zhijian.core.access.Caller;
import org.zhijian.core.access.Refusal;
import org.zhijian.core.access.Violation;
import org.zhijian.core.internal.audit.AuditTrail;
import org.zhijian.core.internal.settings.Settings;
import org.zhijian.core.internal.settings.Time;
import org.zhijian.core.internal.store.Database;
import org.zhijian.core.internal.store.Transactions;
import org.zhijian.core.modules.Impact;
import org.zhijian.core.modules.Impact.Count;
import org.zhijian.core.modules.Installation;
import org.zhijian.core.modules.ModuleState;
import org.zhijian.core.modules.Purged;

/** What the operator sees of modules and does with them. Every act is noted in the audit. Thread-safe. */
@Component(service = Installation.class, immediate = true)
public final class InstallationService implements Installation {
    private static final Logger LOG = LoggerFactory.getLogger(InstallationService.class);
    private static final String STREAM = "modules";

    /** Twenty scans of the folder. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Settings settings;
    private final Time time;
    private final Database database;
    private final Transactions transactions;
    private final ModuleRegistry modules;
    private final HeapWatch heap;
    private final DroppedJars jars;

    @Activate
    public InstallationService(
            BundleContext context,
            @Reference Settings settings,
            @Reference Time time,
            @Reference Database database,
            @Reference Transactions transactions,
            @Reference ModuleRegistry modules,
            @Reference HeapWatch heap) {
        this.settings = settings;
        this.time = time;
        this.database = database;
        this.transactions = transactions;
        this.modules = modules;
        this.heap = heap;
        this.jars = new DroppedJars(settings.modules(), context);
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
        heap.obstacle().ifPresent(obstacle -> checks.add(new Check("memory", "内存", false, obstacle)));
        if (!modules.obstacle().isEmpty()) {
            checks.add(new Check("start", "启动", false, modules.obstacle()));
        }
        for (String id : settings.bootModules()) {
            boolean runs = !modules.version(id).isEmpty();
            checks.add(new Check("module:" + id, "业务模块 " + id, runs, runs ? "" : obstacle(id)));
        }
        return checks;
    }

    private String obstacle(String id) {
        return modules.modules().stream()
                .filter(module -> module.id().equals(id) || module.id().endsWith("." + id))
                .flatMap(module -> module.reasons().stream())
                .map(Problem::sentence)
                .reduce((one, other) -> one + "；" + other)
                .orElse("模块未启动");
    }

    @Override
    public List<Module> modules(Caller caller) {
        requireOperator(caller);
        List<Module> all = new ArrayList<>(modules.modules());
        all.addAll(strangers());
        return all;
    }

    /** What lies in the folder of modules and is no bundle. */
    private List<Module> strangers() {
        try {
            List<Module> strangers = new ArrayList<>();
            for (Path file : jars.strangers()) {
                ModuleJar jar = ModuleJar.of(file);
                if (jar.name().isBlank()) {
                    strangers.add(new Module(
                            file.getFileName().toString(),
                            file.getFileName().toString(),
                            "",
                            ModuleState.REJECTED,
                            jar.problems(),
                            0));
                }
            }
            return strangers;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public List<Module> why(Caller caller, String id) {
        List<Module> versions = modules(caller).stream()
                .filter(module -> module.id().equals(id))
                .toList();
        if (versions.isEmpty()) {
            throw Refusal.notFound();
        }
        return versions;
    }

    @Override
    public Impact impact(Caller caller, String id) {
        requireOperator(caller);
        Descriptor descriptor = modules.descriptor(id).orElseThrow(Refusal::notFound);
        return transactions.read(em -> new Impact(
                id,
                descriptor.title(),
                counts(
                        em,
                        "select c.state, count(c) from CaseEntity c where c.jurisdiction = :id"
                                + " group by c.state order by c.state",
                        id,
                        state -> CaseState.valueOf(state).title()),
                em.createQuery(
                                "select count(t) from TaskEntity t where t.jurisdiction = :id and t.state ="
                                        + " org.zhijian.core.internal.store.entity.TaskState.OPEN",
                                Long.class)
                        .setParameter("id", id)
                        .getSingleResult(),
                counts(
                        em,
                        "select r.register, count(r) from RecordEntity r where r.jurisdiction = :id"
                                + " group by r.register order by r.register",
                        id,
                        register -> descriptor
                                .register(register)
                                .map(Register::title)
                                .orElse(register))));
    }

    private static List<Count> counts(EntityManager em, String query, String id, Function<String, String> title) {
        return em.createQuery(query, Object[].class).setParameter("id", id).getResultList().stream()
                .map(row -> new Count(row[0].toString(), title.apply(row[0].toString()), (Long) row[1]))
                .toList();
    }

    @Override
    public List<Problem> examine(Caller caller, InputStream content) {
        requireOperator(caller);
        return examined(content, jar -> problems(jar));
    }

    private List<Problem> problems(ModuleJar jar) {
        List<Problem> problems = new ArrayList<>(jar.problems());
        jar.descriptor().ifPresent(descriptor -> problems.addAll(modules.problems(descriptor, jar.name())));
        return problems;
    }

    private static <T> T examined(InputStream content, Function<ModuleJar, T> use) {
        try {
            Path file = Files.createTempFile("module", ".jar");
            try {
                Files.copy(content, file, StandardCopyOption.REPLACE_EXISTING);
                return use.apply(ModuleJar.of(file));
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public Module install(Caller caller, InputStream content) {
        requireOperator(caller);
        return examined(content, jar -> install(caller, jar));
    }

    private Module install(Caller caller, ModuleJar jar) {
        List<Problem> problems = problems(jar);
        if (!problems.isEmpty()) {
            throw Refusal.invalid(problems.stream()
                    .map(problem -> Violation.of("file", "MODULE", problem.sentence()))
                    .toList());
        }
        Optional<Module> there = modules.module(jar.name(), jar.version());
        if (there.isPresent()) {
            return there.get();
        }
        note(caller, "MODULE_INSTALLED", "安装模块", jar.name(), jar.version().toString(), jar.sha256());
        Semaphore changed = new Semaphore(0);
        try (AutoCloseable listening = modules.onChange(changed::release);
                InputStream content = Files.newInputStream(jar.file())) {
            jars.put(jar.name() + "-" + jar.version() + ".jar", content);
            return awaited(jar, changed);
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a module is installed", ending);
        } catch (Exception failure) {
            throw new IllegalStateException("the module " + jar.name() + " cannot be put in", failure);
        }
    }

    private Module awaited(ModuleJar jar, Semaphore changed) throws InterruptedException {
        long until = System.nanoTime() + PATIENCE.toNanos();
        Optional<Module> module = Optional.empty();
        while (System.nanoTime() < until) {
            module = modules.module(jar.name(), jar.version());
            if (module.filter(found -> found.state() != ModuleState.FOUND).isPresent()) {
                break;
            }
            // Not every step of a bundle is told.
            boolean told = changed.tryAcquire(200, TimeUnit.MILLISECONDS);
            LOG.debug("waiting for module {}: {}", jar.name(), told);
        }
        return module.orElseThrow(
                () -> new Refusal(Refusal.Kind.UNAVAILABLE, "MODULE_NOT_TAKEN_IN", "模块已放入安装目录，尚未启动，请稍后查看"));
    }

    @Override
    public void remove(Caller caller, String id, String version) {
        requireOperator(caller);
        List<Bundle> bundles = modules.bundles(id, version);
        if (bundles.isEmpty()) {
            throw Refusal.notFound();
        }
        for (Bundle bundle : bundles) {
            note(
                    caller,
                    "MODULE_REMOVED",
                    "移除模块",
                    bundle.getSymbolicName(),
                    bundle.getVersion().toString(),
                    "");
            try {
                jars.uninstall(bundle);
            } catch (BundleException | IOException failure) {
                throw new IllegalStateException("cannot be removed: " + bundle, failure);
            }
        }
    }

    @Override
    public List<Module> resume(Caller caller, String id) {
        requireOperator(caller);
        String version = modules.version(id);
        if (version.isEmpty()) {
            throw Refusal.notFound();
        }
        note(caller, "MODULE_RESUMED", "恢复模块", id, version, "");
        modules.resume(id);
        return why(caller, id);
    }

    @Override
    public Purged purge(Caller caller, String id, String confirmation) {
        requireOperator(caller);
        modules.descriptor(id).orElseThrow(Refusal::notFound);
        if (!id.equals(confirmation.strip())) {
            throw Refusal.invalid(Violation.of("confirmation", "CONFIRMATION", "请输入模块标识“" + id + "”以确认清除"));
        }
        return modules.forget(id, () -> new Purge(transactions, time).run(caller, id));
    }

    private void note(Caller caller, String action, String title, String name, String version, String sha256) {
        transactions.run(em -> AuditTrail.note(
                em,
                STREAM,
                time.now(),
                caller.displayName(),
                caller.address(),
                action,
                title,
                Map.of("module", name, "version", version, "sha256", sha256)));
    }

    private static void requireOperator(Caller caller) {
        if (caller.kind() != Caller.Kind.OPERATOR || caller.mustChangePassword()) {
            throw Refusal.forbidden("仅系统管理员可以管理模块");
        }
    }

    @Override
    public AutoCloseable onChange(Runnable listener) {
        return modules.onChange(listener);
    }
}
