package org.zhijian.core.internal.modules;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.osgi.framework.Version;
import org.zhijian.api.Descriptor;
import org.zhijian.api.procedure.Procedure;

/**
 * One version of a jurisdiction whose definitions have been checked and stored. Several versions run side by side: new cases start on the
 * highest, the others finish what was started under them.
 *
 * @param bundle id of its bundle
 * @param name symbolic name of its bundle
 * @param hashes content hash of each definition, of procedures and registrations, by its id
 */
record Generation(long bundle, String name, Version version, Descriptor descriptor, Map<String, String> hashes) {
    Generation {
        hashes = Map.copyOf(hashes);
    }

    String id() {
        return descriptor.id();
    }

    Procedure procedure(String procedureId) {
        return descriptor.definitions().stream()
                .filter(definition -> definition.id().equals(procedureId))
                .findFirst()
                .orElseThrow();
    }

    /** The definitions that this version has and the other has not. */
    Set<String> hashesNotIn(Generation other) {
        Set<String> own = new HashSet<>(hashes.values());
        own.removeAll(other.hashes.values());
        return own;
    }
}
