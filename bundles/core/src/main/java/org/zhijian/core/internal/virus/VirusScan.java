package org.zhijian.core.internal.virus;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.zhijian.core.files.VirusScanner;
import org.zhijian.core.internal.settings.Settings;

/** All scanners of this installation: ClamAV's daemon where one is configured, and whatever bundles bring. Thread-safe. */
@Component(service = VirusScan.class)
public final class VirusScan {
    private final Optional<VirusScanner> clamd;

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    private volatile List<VirusScanner> installed = List.of();

    @Activate
    public VirusScan(@Reference Settings settings) {
        clamd = settings.clamd().map(Clamd::new);
    }

    /** With these scanners alone. */
    public VirusScan(List<VirusScanner> scanners) {
        clamd = Optional.empty();
        installed = scanners;
    }

    /**
     * Asks one scanner after the other.
     *
     * @return the name of what the first of them found
     * @throws IOException if one of them cannot tell
     */
    public Optional<String> find(Path file) throws IOException {
        List<VirusScanner> scanners = new ArrayList<>(installed);
        clamd.ifPresent(scanners::add);
        for (VirusScanner scanner : scanners) {
            Optional<String> found = scanner.scan(file);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }
}
