package org.zhijian.core.internal.modules;

import java.util.Map;
import org.zhijian.api.Descriptor;
import org.zhijian.api.procedure.Procedure;

/**
 * A module whose definitions have been checked and stored.
 *
 * @param version version of its bundle
 * @param hashes content hash of each procedure's definition, by procedure id
 */
record RunningModule(Descriptor descriptor, String version, Map<String, String> hashes) {
    RunningModule {
        hashes = Map.copyOf(hashes);
    }

    Procedure procedure(String id) {
        return descriptor.procedure(id).orElseThrow();
    }
}
