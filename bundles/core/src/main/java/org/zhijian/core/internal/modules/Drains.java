package org.zhijian.core.internal.modules;

import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhijian.api.chain.CaseState;
import org.zhijian.core.internal.audit.AuditTrail;
import org.zhijian.core.internal.settings.Settings;
import org.zhijian.core.internal.settings.Time;
import org.zhijian.core.internal.store.Transactions;

/**
 * Lets versions of modules go that have been replaced, once no open case needs them: their bundle is uninstalled, and where a jar was dropped
 * in for it, the jar is removed. Each node does so for its own bundles. Thread-safe.
 */
@Component(service = Drains.class, immediate = true)
public final class Drains {
    private static final Logger LOG = LoggerFactory.getLogger(Drains.class);
    private static final int EVERY_SECONDS = 5;

    /** Longer than any request: what was begun under the old version before the new one came must have been committed. */
    private static final Duration GRACE = Duration.ofSeconds(15);

    private final BundleContext context;
    private final ModuleRegistry modules;
    private final Transactions transactions;
    private final Time time;
    private final DroppedJars jars;
    private final Map<Long, Long> idleSince = new HashMap<>();
    private final ScheduledExecutorService watch =
            Executors.newSingleThreadScheduledExecutor(run -> new Thread(run, "drains"));

    @Activate
    public Drains(
            BundleContext context,
            @Reference ModuleRegistry modules,
            @Reference Transactions transactions,
            @Reference Time time,
            @Reference Settings settings) {
        this.context = context;
        this.jars = new DroppedJars(settings.modules(), context);
        this.modules = modules;
        this.transactions = transactions;
        this.time = time;
        watch.scheduleWithFixedDelay(this::pass, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
    }

    @Deactivate
    void stop() {
        watch.shutdown();
    }

    private void pass() {
        try {
            Map<Generation, Set<String>> draining = modules.draining();
            idleSince
                    .keySet()
                    .retainAll(
                            draining.keySet().stream().map(Generation::bundle).toList());
            draining.forEach(this::look);
        } catch (RuntimeException failure) {
            LOG.error("replaced versions of modules could not be looked at", failure);
        }
    }

    private void look(Generation generation, Set<String> definitions) {
        if (transactions.read(em -> openCases(em, generation.id(), definitions)) > 0) {
            idleSince.remove(generation.bundle());
            return;
        }
        long since = idleSince.computeIfAbsent(generation.bundle(), first -> System.nanoTime());
        if (System.nanoTime() - since >= GRACE.toNanos()) {
            leave(generation);
        }
    }

    /** How many cases, drafts among them, still need one of these definitions. */
    static long openCases(EntityManager em, String jurisdiction, Set<String> definitions) {
        if (definitions.isEmpty()) {
            return 0;
        }
        return em.createQuery(
                        "select count(c) from CaseEntity c where c.jurisdiction = :jurisdiction"
                                + " and c.definition in :definitions and (c.step is not null or c.state in :written)",
                        Long.class)
                .setParameter("jurisdiction", jurisdiction)
                .setParameter("definitions", definitions)
                .setParameter("written", List.of(CaseState.DRAFT, CaseState.TO_MODIFY))
                .getSingleResult();
    }

    private void leave(Generation generation) {
        Bundle bundle = context.getBundle(generation.bundle());
        if (bundle == null) {
            return;
        }
        try {
            jars.uninstall(bundle);
            idleSince.remove(generation.bundle());
            note(generation, time.now());
        } catch (BundleException | IOException | IllegalStateException failure) {
            LOG.error("{} {} cannot be uninstalled", generation.name(), generation.version(), failure);
        }
    }

    private void note(Generation generation, Instant now) {
        transactions.run(em -> AuditTrail.note(
                em,
                "modules",
                now,
                "系统",
                "",
                "MODULE_LEFT",
                "旧版本模块已办结移除",
                Map.of(
                        "module",
                        generation.id(),
                        "version",
                        generation.version().toString())));
    }
}
