package org.zhijian.portal.casework;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.List;
import org.zhijian.core.access.Refusal;
import org.zhijian.core.cases.CoReview;
import org.zhijian.core.words.Formats;
import org.zhijian.portal.components.ActButton;
import org.zhijian.portal.components.Notices;
import org.zhijian.portal.components.Panel;
import org.zhijian.portal.components.Table;
import org.zhijian.portal.visit.Visit;

/** Opinions of other officers, and the place where the one who is asked gives his. */
final class CoReviewPanel extends Panel {
    private static final int LENGTH = 500;

    /**
     * @param refresh shows the case anew
     */
    CoReviewPanel(Visit visit, List<CoReview> reviews, Runnable refresh) {
        super("会签意见");
        setId("co-reviews");
        Table table = new Table("征求时间", "征求人", "问题", "被征求人", "意见", "提交时间");
        for (CoReview review : reviews) {
            String opinion = review.isOpen() ? review.blocking() ? "待提交（提交前不作决定）" : "待提交" : review.opinion();
            table.row(
                    Formats.minute(review.askedAt()),
                    review.askedBy(),
                    review.question(),
                    review.reviewer(),
                    opinion,
                    Formats.minute(review.givenAt()));
        }
        add(table);
        reviews.stream()
                .filter(review -> review.mine() && review.isOpen())
                .findFirst()
                .ifPresent(review -> add(giving(visit, review, refresh)));
    }

    private static Div giving(Visit visit, CoReview review, Runnable refresh) {
        TextArea opinion = new TextArea("我的意见");
        opinion.setId("co-review-opinion");
        opinion.setMaxLength(LENGTH);
        opinion.setWidthFull();
        ActButton give = new ActButton("提交意见", "co-review-give", once -> {
            try {
                visit.platform().coReviews().give(visit.caller(), once, review.id(), opinion.getValue());
            } catch (Refusal refusal) {
                Notices.problem(refusal.getMessage());
                return;
            }
            Notices.done("意见已提交");
            refresh.run();
        });
        Div buttons = new Div(give.primary());
        buttons.addClassName("zj-buttons");
        return new Div(opinion, buttons);
    }
}
