package org.zhijian.rest.shape;

import java.time.Instant;
import org.zhijian.core.cases.AttachmentView;

/** A file that has been handed in. */
public record Attachment(
        @Told("案件内的序号，从 1 起，不重复使用") int n,
        @Told("材料 id") String slot,
        String fileName,
        String mediaType,
        long size,
        String sha256,
        @Told("提交的轮次") int round,
        @Told("是否属于当前轮次") boolean current,
        Instant at) {

    public static Attachment of(AttachmentView view) {
        return new Attachment(
                view.n(),
                view.slot(),
                view.fileName(),
                view.mediaType(),
                view.size(),
                view.sha256(),
                view.round(),
                view.current(),
                view.at());
    }
}
