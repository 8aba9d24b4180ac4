package org.zhijian.core.registers;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import org.zhijian.core.access.Caller;
import org.zhijian.core.access.Once;
import org.zhijian.core.cases.CaseView;

/** Matters that are started from a record of a register. Thread-safe. */
@ProviderType
public interface RecordActs {

    /**
     * What the caller may start from a record now.
     *
     * @param id id of the act in its register
     * @param title what people press
     * @param procedure id of the matter
     */
    record Offered(String id, String title, String procedure) {}

    /**
     * The acts that a record offers to this caller, in the order of their declaration.
     *
     * @throws org.zhijian.core.access.Refusal as for looking at the record
     */
    List<Offered> of(Caller caller, String jurisdiction, String register, String key);

    /**
     * Starts a draft with what the record has filled in.
     *
     * @throws org.zhijian.core.access.Refusal 404 if the record does not offer the act to this caller; else as for starting any case
     */
    CaseView start(Caller caller, Once once, String jurisdiction, String register, String key, String act);
}
