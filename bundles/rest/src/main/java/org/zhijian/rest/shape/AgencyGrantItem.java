package org.zhijian.rest.shape;

import java.time.Instant;
import org.zhijian.core.registers.AgencyGrants.Grant;

/** An agency may read a register. */
public record AgencyGrantItem(String clientId, String register, Instant grantedAt) {
    public static AgencyGrantItem of(Grant grant) {
        return new AgencyGrantItem(grant.clientId(), grant.register(), grant.grantedAt());
    }
}
