package org.zhijian.rest.shape;

import java.time.Instant;
import java.time.LocalDate;
import org.zhijian.core.cases.Delegation;

/** One officer acts for another while that one is away. */
public record DelegationItem(
        String id,
        @Told("被代办的人员") String principal,
        @Told("代办人员") String delegate,
        LocalDate from,
        @Told("截止日期（含）") LocalDate to,
        @Maybe @Told("撤销时间；未撤销时为 null") Instant revokedAt,
        @Told("今天是否有效") boolean active,
        @Told("是否由当前账号委托") boolean mine) {

    public static DelegationItem of(Delegation delegation) {
        return new DelegationItem(
                delegation.id(),
                delegation.principal(),
                delegation.delegate(),
                delegation.from(),
                delegation.to(),
                delegation.revokedAt(),
                delegation.active(),
                delegation.mine());
    }
}
