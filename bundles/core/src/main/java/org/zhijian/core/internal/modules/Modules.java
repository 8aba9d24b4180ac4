package org.zhijian.core.internal.modules;

import java.util.List;
import java.util.Optional;
import org.zhijian.api.Descriptor;
import org.zhijian.api.procedure.Procedure;

/** What the rest of the core asks about the modules that run now. Thread-safe. */
public interface Modules {

    /** Where the code of a definition lives. */
    record Behaviour(Descriptor descriptor, Procedure procedure) {}

    /** The running jurisdictions, by id. */
    List<Descriptor> running();

    Optional<Descriptor> descriptor(String jurisdiction);

    /** Version of the bundle that provides a jurisdiction; blank if none does. */
    String version(String jurisdiction);

    /** Content hash of the current definition of a procedure. */
    Optional<String> currentHash(String jurisdiction, String procedure);

    /** The code that belongs to a stored definition; empty while no module with that definition runs. */
    Optional<Behaviour> behaviour(String jurisdiction, String procedure, String hash);
}
