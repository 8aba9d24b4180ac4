package org.zhijian.jurisdiction.yunnan;

import org.zhijian.api.notice.Channel;
import org.zhijian.api.procedure.Changes;

/** YN-I7: a completion that has been filed, for the ministry's platform and the approval system. */
record CompletionNotice(String filingNo, String worksId, String sourceId, String acceptanceDate) {

    static final Channel<CompletionNotice> COMPLETIONS =
            Channel.channel("completion-filings", "竣工验收备案上报", CompletionNotice.class, CompletionNotice::filingNo);

    static void push(Changes changes, Works works, CompletionRecord filing) {
        changes.push(
                COMPLETIONS,
                new CompletionNotice(
                        filing.filingNo(),
                        works.worksNo(),
                        works.sourceId(),
                        filing.acceptanceDate().toString()));
    }
}
