package org.zhijian.rest.shape;

import java.time.Instant;
import org.zhijian.core.cases.CoReview;

/** An opinion that one officer asks another for. */
public record CoReviewItem(
        String id,
        String caseId,
        String caseNumber,
        String procedureTitle,
        String applicant,
        @Told("征求意见的待办 id") String task,
        String askedBy,
        Instant askedAt,
        String question,
        @Told("为 true 时须待意见提交后才能作出决定") boolean blocking,
        @Told("被征求意见的人员") String reviewer,
        @Told("意见；未提交时为空") String opinion,
        @Maybe @Told("提交时间；未提交时为 null") Instant givenAt,
        @Told("是否应由当前账号提交") boolean mine) {

    public static CoReviewItem of(CoReview review) {
        return new CoReviewItem(
                review.id(),
                review.caseId(),
                review.caseNumber(),
                review.procedureTitle(),
                review.applicant(),
                review.task(),
                review.askedBy(),
                review.askedAt(),
                review.question(),
                review.blocking(),
                review.reviewer(),
                review.opinion(),
                review.givenAt(),
                review.mine());
    }
}
