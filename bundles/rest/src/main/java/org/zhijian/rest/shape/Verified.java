package org.zhijian.rest.shape;

import java.time.Instant;
import java.util.List;
import org.zhijian.core.documents.Documents;
import org.zhijian.core.documents.Documents.Verification;

/** What stands behind a verification code. */
public record Verified(
        String code,
        String title,
        String number,
        String jurisdiction,
        @Told("签发系统") String system,
        @Told("打印时间") Instant issuedAt,
        Documents.State state,
        String stateTitle,
        @Told("系统中的记录，个人信息脱敏") List<Item> items) {

    /** A label and its value. */
    public record Item(String label, String value) {}

    public static Verified of(Verification found) {
        return new Verified(
                found.code(),
                found.title(),
                found.number(),
                found.jurisdiction(),
                found.house(),
                found.issuedAt(),
                found.state(),
                found.state().title(),
                found.items().stream()
                        .map(line -> new Item(line.label(), line.value()))
                        .toList());
    }
}
