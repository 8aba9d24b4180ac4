package org.zhijian.core.internal.modules;

import java.util.Map;
import org.zhijian.api.Descriptor;
import org.zhijian.api.procedure.Procedure;

/**
 * A module whose definitions have been checked and stored.
 *
 * @param version version of its bundle
 * @param hashes content hash of each definition, of procedures and registrations, by its id
 */
record RunningModule(Descriptor descriptor, String version, Map<String, String> hashes) {
    RunningModule {
        hashes = Map.copyOf(hashes);
    }

    Procedure procedure(String id) {
        return descriptor.definitions().stream()
                .filter(definition -> definition.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
