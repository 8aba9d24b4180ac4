package org.zhijian.rest.shape;

import java.time.Instant;
import org.zhijian.core.cases.AttachmentView;
import org.zhijian.core.cases.ScanQuality;

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
        @Told("从哪一轮起已被替换；0 为未被替换") int replacedIn,
        @Told("按像素判断的色彩：COLOUR 彩色，GREY 黑白或灰度，UNKNOWN 未判断") ScanQuality.Colour colour,
        @Told("按像素判断的清晰度：CLEAR 清晰，SMALL 分辨率过低，BLANK 空白，BLURRED 模糊，UNKNOWN 未判断") ScanQuality.Legibility legibility,
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
                view.replacedIn(),
                view.quality().colour(),
                view.quality().legibility(),
                view.at());
    }
}
