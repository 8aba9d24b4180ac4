package org.zhijian.core.internal.modules;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.BundleException;
import org.osgi.framework.BundleListener;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.FrameworkListener;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhijian.api.Problem;
import org.zhijian.core.internal.settings.Settings;

/**
 * Starts what was dropped into the folder of modules, each bundle on a thread of its own: whoever watches the folder only installs, and is not held
 * up by code that does not come back. A module is examined first, as one that is uploaded; with what is wrong with it, none of its code is left
 * running. Thread-safe.
 */
@Component(service = ModuleStarter.class, immediate = true)
public final class ModuleStarter implements BundleListener, FrameworkListener {
    private static final Logger LOG = LoggerFactory.getLogger(ModuleStarter.class);

    private final BundleContext context;
    private final ModuleRegistry modules;
    private final DroppedJars jars;
    private final Queue<Bundle> arrived = new ConcurrentLinkedQueue<>();
    private final Set<Long> underWay = ConcurrentHashMap.newKeySet();

    @Activate
    public ModuleStarter(BundleContext context, @Reference Settings settings, @Reference ModuleRegistry modules) {
        this.context = context;
        this.modules = modules;
        this.jars = new DroppedJars(settings.modules(), context);
        context.addBundleListener(this);
        context.addFrameworkListener(this);
        Arrays.stream(context.getBundles())
                .filter(bundle -> !isMeantToRun(bundle))
                .forEach(this::begin);
    }

    @Deactivate
    void stop() {
        context.removeFrameworkListener(this);
        context.removeBundleListener(this);
    }

    @Override
    public void bundleChanged(BundleEvent event) {
        switch (event.getType()) {
            case BundleEvent.INSTALLED, BundleEvent.UPDATED -> {
                if (jars.jarOf(event.getBundle()).isPresent()) {
                    arrived.add(event.getBundle());
                } else {
                    beginWaiting();
                }
            }
            case BundleEvent.UNINSTALLED -> modules.forget(event.getBundle());
            default -> {
                // Where a bundle has come to by itself is no reason to start one.
            }
        }
    }

    /** Whoever watches the folder refreshes what it has installed: what was started before would be stopped and started by that once more. */
    @Override
    public void frameworkEvent(FrameworkEvent event) {
        if (event.getType() == FrameworkEvent.PACKAGES_REFRESHED) {
            for (Bundle bundle = arrived.poll(); bundle != null; bundle = arrived.poll()) {
                begin(bundle);
            }
            beginWaiting();
        }
    }

    /** What waits for something that may have come by now. */
    private void beginWaiting() {
        Arrays.stream(context.getBundles())
                .filter(bundle -> bundle.getState() == Bundle.INSTALLED && isMeantToRun(bundle))
                .forEach(this::begin);
    }

    private static boolean isMeantToRun(Bundle bundle) {
        BundleStartLevel level = bundle.adapt(BundleStartLevel.class);
        return level != null && level.isPersistentlyStarted();
    }

    private void begin(Bundle bundle) {
        jars.jarOf(bundle).filter(jar -> underWay.add(bundle.getBundleId())).ifPresent(jar -> {
            Thread starter = new Thread(() -> start(bundle, jar), "start-" + bundle.getSymbolicName());
            starter.setDaemon(true);
            starter.start();
        });
    }

    private void start(Bundle bundle, Path jar) {
        try {
            List<Problem> problems =
                    Candidates.isModule(bundle) ? ModuleJar.of(jar).problems() : List.of();
            if (!problems.isEmpty()) {
                // An update has started it again.
                bundle.stop();
            }
            modules.judged(bundle, problems);
            if (problems.isEmpty()) {
                bundle.start(Bundle.START_ACTIVATION_POLICY);
            }
        } catch (BundleException | IllegalStateException waits) {
            // Why is told by its state.
            LOG.info("{} does not start yet: {}", bundle, waits.getMessage());
        } catch (IOException unreadable) {
            LOG.error("{} cannot be read", jar, unreadable);
        } finally {
            underWay.remove(bundle.getBundleId());
        }
    }
}
