package org.zhijian.core.modules;

import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import org.zhijian.api.Problem;
import org.zhijian.core.access.Caller;

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
     * A module, or one version of it, as the operator sees it.
     *
     * @param id id of the jurisdiction; as long as that is not known, the symbolic name of the bundle or the name of the file
     * @param reasons why it is in this state and what mends it, all at once; empty while it runs
     * @param faults how often its code has failed, or not come back, within the last day on all nodes
     */
    record Module(String id, String title, String version, ModuleState state, List<Problem> reasons, int faults) {
        public Module {
            reasons = List.copyOf(reasons);
        }
    }

    /** True if this is a demonstration with a synthetic cast. */
    boolean demonstration();

    LocalDate today();

    /** Database reachable, migrations done, every module of the boot list running. */
    List<Check> readiness();

    /**
     * The modules that are there or have been, by id, the newest version of each first.
     *
     * @throws org.zhijian.core.access.Refusal if the caller is not the operator
     */
    List<Module> modules(Caller caller);

    /**
     * One module in all its versions, with why each is in its state.
     *
     * @throws org.zhijian.core.access.Refusal if the caller is not the operator, or there has never been such a module
     */
    List<Module> why(Caller caller, String id);

    /**
     * What depends on a module.
     *
     * @throws org.zhijian.core.access.Refusal if the caller is not the operator, or there has never been such a module
     */
    Impact impact(Caller caller, String id);

    /**
     * What is wrong with a jar, all at once, without installing it; empty if it could be taken in.
     *
     * @param jar read to its end, not closed
     * @throws org.zhijian.core.access.Refusal if the caller is not the operator
     */
    List<Problem> examine(Caller caller, InputStream jar);

    /**
     * Installs a module, or a further version of one beside those that run, and waits until it has been taken in. The same jar once more
     * changes nothing.
     *
     * @param jar read to its end, not closed
     * @return the version as it is now
     * @throws org.zhijian.core.access.Refusal if the caller is not the operator, or the jar is not in order, with all that is wrong with it
     */
    Module install(Caller caller, InputStream jar);

    /**
     * Removes a module with all its code. Its cases and records stay.
     *
     * @param version the version to remove; blank for all of them
     * @throws org.zhijian.core.access.Refusal if the caller is not the operator, or no such version is installed
     */
    void remove(Caller caller, String id, String version);

    /**
     * Lets calls into the code of a module again that was cut off; nothing changes if it was not.
     *
     * @return the module in all its versions
     * @throws org.zhijian.core.access.Refusal if the caller is not the operator, or no such module runs
     */
    List<Module> resume(Caller caller, String id);

    /**
     * Deletes what a removed module has left: cases, records, accounts of its portal, all that belongs to them. The audit stays, and says so.
     *
     * @param confirmation the id once more, typed by whoever means it
     * @throws org.zhijian.core.access.Refusal if the caller is not the operator, there has never been such a module, 409 if a version of it
     *     runs, 422 if the confirmation is another
     */
    Purged purge(Caller caller, String id, String confirmation);

    /** Calls the listener after modules came or went, on a thread of the core's; closing the answer ends it. */
    AutoCloseable onChange(Runnable listener);
}
