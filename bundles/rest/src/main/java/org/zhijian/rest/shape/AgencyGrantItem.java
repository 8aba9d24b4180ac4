package org.zhijian.rest.shape;

import java.time.Instant;
import org.zhijian.core.agencies.Agencies.Grant;
import org.zhijian.core.agencies.Agencies.Right;

/** What another agency's system may do. */
public record AgencyGrantItem(
        String clientId,
        @Told("辖区 id，* 为全部") String jurisdiction,
        @Told("FEED 订阅变更、REGISTER 查询台账、INTAKE 报送数据") Right right,
        @Told("台账或通道的 id；订阅变更时为变更类别，* 为全部") String object,
        Instant grantedAt) {
    public static AgencyGrantItem of(Grant grant) {
        return new AgencyGrantItem(
                grant.clientId(), grant.jurisdiction(), grant.right(), grant.object(), grant.grantedAt());
    }
}
