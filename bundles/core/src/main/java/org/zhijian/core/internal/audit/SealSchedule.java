package org.zhijian.core.internal.audit;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhijian.core.internal.settings.Settings;

/** Seals what has happened, every few minutes. */
@Component(
        service = {},
        immediate = true)
public final class SealSchedule {
    private static final Logger LOG = LoggerFactory.getLogger(SealSchedule.class);

    private final Sealer sealer;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "zhijian-audit-seal");
        thread.setDaemon(true);
        return thread;
    });
    /** What was said last of why nothing is sealed, so that it is said once. */
    private String trouble = "";

    @Activate
    public SealSchedule(@Reference Sealer sealer, @Reference Settings settings) {
        this.sealer = sealer;
        timer.scheduleWithFixedDelay(this::seal, settings.sealMinutes(), settings.sealMinutes(), TimeUnit.MINUTES);
    }

    private void seal() {
        try {
            sealer.sealAll();
            trouble = "";
        } catch (RuntimeException failed) {
            String said = String.valueOf(failed.getMessage());
            if (!said.equals(trouble)) {
                LOG.error("nothing is sealed: {}", said, failed instanceof BrokenChainException ? null : failed);
                trouble = said;
            }
        }
    }

    @Deactivate
    public void stop() {
        timer.shutdown();
    }
}
