package org.zhijian.jurisdiction.yunnan;

import org.zhijian.api.notice.Channel;
import org.zhijian.api.procedure.CaseFacts;
import org.zhijian.api.procedure.Changes;

/**
 * YN-I8: what has changed with works, for the approval system that filed them.
 *
 * @param changeId number of the case that changed it
 * @param kind works, parties, people or permit
 */
record WorksNews(String sourceId, String changeId, String worksId, String kind, String textZh, String changedOn) {

    static final Channel<WorksNews> NEWS = Channel.channel(
                    "works-changes", "工程变更回传", WorksNews.class, WorksNews::changeId)
            .inOrderOf(WorksNews::sourceId);

    static void push(CaseFacts facts, Changes changes, Works works, String kind, String text) {
        changes.push(
                NEWS,
                new WorksNews(
                        works.sourceId(),
                        facts.number(),
                        works.worksNo(),
                        kind,
                        text,
                        facts.today().toString()));
    }
}
