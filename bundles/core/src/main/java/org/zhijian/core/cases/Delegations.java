package org.zhijian.core.cases;

import java.time.LocalDate;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import org.zhijian.core.access.Caller;
import org.zhijian.core.access.Once;

/** Delegation while away. What a delegate does bears both names. Thread-safe; refusals as in {@link Cases}. */
@ProviderType
public interface Delegations {

    /** Lets an officer of the same jurisdiction act for the caller, from the first to the last day. */
    Delegation delegate(Caller caller, Once once, String loginName, LocalDate from, LocalDate to);

    /** Ends a delegation of the caller at once. */
    Delegation revoke(Caller caller, Once once, String id);

    /** Those that the caller gave or was given, the newest first. */
    List<Delegation> list(Caller caller);

    /** To whom the caller may delegate. */
    List<Colleague> candidates(Caller caller);
}
