package org.zhijian.core.files;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Looks for malware in what people hand in, before anything else reads it (ATT-06). A bundle that registers this as a service is asked about
 * every upload; without any, none is asked. Thread-safe: uploads come at the same time.
 */
@ConsumerType
public interface VirusScanner {

    /**
     * Looks into a file.
     *
     * @param file whole and at rest; must be neither changed nor kept
     * @return the name of what was found, for the log; empty if the file is clean
     * @throws IOException if it cannot tell: the upload is then refused for now (503), never taken unseen
     */
    Optional<String> scan(Path file) throws IOException;
}
