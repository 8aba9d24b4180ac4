package org.zhijian.core.internal.modules;

import java.util.List;
import java.util.Optional;
import org.zhijian.api.Descriptor;
import org.zhijian.api.procedure.Procedure;
import org.zhijian.core.access.Refusal;

/** What the rest of the core asks about the modules that run now. Thread-safe. */
public interface Modules {

    /** Where the code of a definition lives. */
    record Behaviour(Descriptor descriptor, Procedure procedure) {}

    /** The running jurisdictions, by id. */
    List<Descriptor> running();

    /**
     * What a jurisdiction shows, also while its module does not run: then it has no rules, no acts, and nothing comes in or goes out. Empty if
     * it has never been here.
     */
    Optional<Descriptor> descriptor(String jurisdiction);

    /** The jurisdiction with its code; empty while its module does not run. */
    default Optional<Descriptor> live(String jurisdiction) {
        return running().stream()
                .filter(descriptor -> descriptor.id().equals(jurisdiction))
                .findFirst();
    }

    /** Version of the bundle on which new cases of a jurisdiction start; blank if none runs. */
    String version(String jurisdiction);

    /** Content hash of the definition under which new cases of a procedure start; empty while its module does not run. */
    Optional<String> currentHash(String jurisdiction, String procedure);

    /** The code that belongs to a stored definition; empty while no module with that definition runs, or it is cut off. */
    Optional<Behaviour> behaviour(String jurisdiction, String procedure, String hash);

    /**
     * The code that belongs to a stored definition, where nothing can be done without it.
     *
     * @throws Refusal 503 if no module with that definition runs, or it is cut off
     */
    default Behaviour required(String jurisdiction, String procedure, String hash) {
        return behaviour(jurisdiction, procedure, hash)
                .orElseThrow(() -> ModuleCode.isCutOff(jurisdiction) ? Gate.cutOff() : Refusal.moduleNotRunning());
    }
}
