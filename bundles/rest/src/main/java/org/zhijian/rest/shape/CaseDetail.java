package org.zhijian.rest.shape;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.zhijian.core.cases.CaseView;
import org.zhijian.core.cases.CaseView.Act;
import org.zhijian.core.cases.LogEntry;
import org.zhijian.core.cases.StepView;

/** A case as its caller may see it. */
public record CaseDetail(
        @JsonUnwrapped CaseItem line,
        @Told("所依据的办事事项定义的内容哈希") String definition,
        int round,
        @Told("申请表单") Map<String, Object> form,
        @Told("各环节办理人填写的内容，按环节 id") Map<String, Map<String, Object>> stepForms,
        @Told("引用、选项、区划的中文名称，按“字段”或“环节.字段”") Map<String, String> labels,
        @Told("与上一轮提交不同的字段") List<String> changedFields,
        List<Attachment> attachments,
        @Told("环节进度") List<StepItem> steps,
        @Told("正在等待办理的环节") List<TaskItem> tasks,
        @Told("其中当前账号可办理的待办 id") List<String> myTasks,
        @Told("办理记录") List<LogItem> log,
        List<Finding> findings,
        @Maybe @Told("要求补正的内容；没有时为 null") SupplementItem supplement,
        @Told("其他人员的意见；仅机构可见") List<CoReviewItem> coReviews,
        @Told("当前账号可进行的操作") List<Act> acts,
        @Maybe @Told("证明文件的核验码；尚无时为 null") String verificationCode) {

    /** How far a step is, and who takes or took it. */
    public record StepItem(String id, String title, StepView.Progress progress, List<SeatItem> seats) {
        static StepItem of(StepView view) {
            List<SeatItem> seats = view.seats().stream()
                    .map(seat -> new SeatItem(seat.name(), seat.decision()))
                    .toList();
            return new StepItem(view.id(), view.title(), view.progress(), seats);
        }
    }

    /** One actor of a step. */
    public record SeatItem(String name, @Told("所作决定的名称；未决定时为空") String decision) {}

    /** What a one-time notice asks for. */
    public record SupplementItem(@Told("字段或材料 id") List<String> items, @Told("补正期限") LocalDate dueOn) {}

    /** A line of the log. */
    public record LogItem(int seq, Instant at, String actor, String action, String opinion, String step, int round) {
        static LogItem of(LogEntry entry) {
            return new LogItem(
                    entry.seq(),
                    entry.at(),
                    entry.actor(),
                    entry.action(),
                    entry.opinion(),
                    entry.step(),
                    entry.round());
        }
    }

    public static CaseDetail of(CaseView view) {
        Map<String, Map<String, Object>> stepForms = view.stepForms().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().values()));
        return new CaseDetail(
                CaseItem.of(view.line()),
                view.definitionHash(),
                view.round(),
                view.form().values(),
                stepForms,
                view.labels(),
                view.changedFields().stream().sorted().toList(),
                view.attachments().stream().map(Attachment::of).toList(),
                view.steps().stream().map(StepItem::of).toList(),
                view.tasks().stream().map(TaskItem::of).toList(),
                view.myTasks().stream().sorted().toList(),
                view.log().stream().map(LogItem::of).toList(),
                view.findings().stream().map(Finding::of).toList(),
                view.supplement()
                        .map(supplement -> new SupplementItem(supplement.items(), supplement.dueOn()))
                        .orElse(null),
                view.coReviews().stream().map(CoReviewItem::of).toList(),
                view.acts().stream().sorted().toList(),
                view.verificationCode().isBlank() ? null : view.verificationCode());
    }
}
