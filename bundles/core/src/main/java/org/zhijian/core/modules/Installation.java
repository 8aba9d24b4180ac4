package org.zhijian.core.modules;

import java.time.LocalDate;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** The installation as a whole. Thread-safe. */
@ProviderType
public interface Installation {

    /**
     * A check of the health page.
     *
     * @param name id, such as {@code database}
     * @param title Chinese title
     * @param up true if all is well
     * @param detail Chinese sentence, blank if there is nothing to say
     */
    record Check(String name, String title, boolean up, String detail) {}

    /**
     * A module as the operator sees it.
     *
     * @param state {@code RUNNING}, or {@code REJECTED} with the reasons
     * @param problems why it does not run, all at once, in Chinese
     * @param faults how often its code has failed, or not come back, within the last day on all nodes
     */
    record Module(String id, String title, String version, String state, List<String> problems, int faults) {
        public Module {
            problems = List.copyOf(problems);
        }

        /** Without any fault. */
        public Module(String id, String title, String version, String state, List<String> problems) {
            this(id, title, version, state, problems, 0);
        }
    }

    /** True if this is a demonstration with a synthetic cast. */
    boolean demonstration();

    LocalDate today();

    /** Database reachable, migrations done, every module of the boot list running. */
    List<Check> readiness();

    /** The modules found, by id. */
    List<Module> modules();

    /** Calls the listener after modules came or went, on a thread of the core's; closing the answer ends it. */
    AutoCloseable onChange(Runnable listener);
}
