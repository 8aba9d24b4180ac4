package org.zhijian.rest.shape;

import org.zhijian.core.registers.RecordActs.Offered;

/** What may be started from a record. */
public record RecordActItem(String id, String title, String procedure) {
    public static RecordActItem of(Offered offered) {
        return new RecordActItem(offered.id(), offered.title(), offered.procedure());
    }
}
