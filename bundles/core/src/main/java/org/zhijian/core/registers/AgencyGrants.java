package org.zhijian.core.registers;

import java.time.Instant;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import org.zhijian.core.access.Caller;
import org.zhijian.core.access.Once;

/** Which registers of a region other agencies may read; said by those who administer the region. Each change is an audit event. Thread-safe. */
@ProviderType
public interface AgencyGrants {

    /** An agency may read a register. */
    record Grant(String clientId, String register, Instant grantedAt) {}

    /** The grants of a region, by client and register. */
    List<Grant> list(Caller caller, String jurisdiction);

    /** Lets an agency read a register; nothing changes if it may already. @throws org.zhijian.core.access.Refusal 404 for a client or register unknown here */
    void grant(Caller caller, Once once, String jurisdiction, String clientId, String register);

    /** Lets an agency no longer read a register; nothing changes if it may not. */
    void revoke(Caller caller, Once once, String jurisdiction, String clientId, String register);
}
