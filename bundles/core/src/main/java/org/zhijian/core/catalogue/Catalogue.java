package org.zhijian.core.catalogue;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.zhijian.api.Descriptor;
import org.zhijian.api.form.FormData;
import org.zhijian.api.form.Option;
import org.zhijian.api.procedure.Finding;
import org.zhijian.api.procedure.Procedure;
import org.zhijian.core.access.Caller;
import org.zhijian.core.access.Page;
import org.zhijian.core.modules.ModuleState;

/** What is installed now. Thread-safe. */
@ProviderType
public interface Catalogue {

    /** A jurisdiction, the version of its module, and {@code RUNNING} or {@code GONE}. */
    record Entry(Descriptor descriptor, String version, ModuleState state) {
        public boolean isRunning() {
            return state == ModuleState.RUNNING;
        }
    }

    /** A matter that the caller's kind of account may start, with the reasons why not now. */
    record Offer(String jurisdiction, Procedure procedure, List<Finding> obstacles) {}

    /** The running jurisdictions, by id. Open to everybody. */
    List<Entry> jurisdictions();

    /** A jurisdiction that runs, or shows what it kept while its module does not; empty if it has never been here. */
    Optional<Entry> known(String jurisdiction);

    /** The same. @throws org.zhijian.core.access.Refusal 404 if it has never been here */
    Descriptor jurisdiction(String jurisdiction);

    /** The current definition of a procedure. Open to everybody. @throws org.zhijian.core.access.Refusal 404 if there is none */
    Procedure procedure(String jurisdiction, String procedure);

    /** Content hash of the current definition: the version that new cases are pinned to. */
    String versionOf(String jurisdiction, String procedure);

    /** The matters of the caller's own jurisdiction that its account may start. */
    List<Offer> offers(Caller caller);

    /**
     * The choices that the caller has for a field of the applicant's form (reference, choice or region).
     *
     * @param form what is filled in so far, since choices may depend on it
     * @param text what the label contains; blank for all
     * @param cursor blank for the first page
     */
    Page<Option> options(
            Caller caller,
            String jurisdiction,
            String procedure,
            String field,
            FormData form,
            String text,
            String cursor);

    /**
     * What is taken beforehand in a reference of the applicant's form, as long as nobody has chosen; empty for other fields.
     *
     * @param form what is filled in so far
     */
    List<Option> preselected(Caller caller, String jurisdiction, String procedure, String field, FormData form);
}
