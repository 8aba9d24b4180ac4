package org.zhijian.core.exports;

import org.osgi.annotation.versioning.ProviderType;
import org.zhijian.core.access.Caller;
import org.zhijian.core.cases.CaseQuery;
import org.zhijian.core.cases.TaskQuery;
import org.zhijian.core.registers.RegisterBrowser;

/**
 * Lists as files: what was asked for, all of it, as its screen shows it, with the headings of the definitions. Who may not see a list is
 * refused as by the list itself. That an account took data out is an entry of its log, written before the first byte is. The cursor and
 * limit of a query do not matter. Thread-safe.
 */
@ProviderType
public interface Exports {
    Export cases(Caller caller, CaseQuery query, Format format);

    Export tasks(Caller caller, TaskQuery query, Format format);

    Export register(Caller caller, String jurisdiction, String register, RegisterBrowser.Query query, Format format);

    /** The public view of a register, as everybody may take it; no account's log tells of it. */
    Export publicRegister(String jurisdiction, String register, RegisterBrowser.Query query, Format format);
}
