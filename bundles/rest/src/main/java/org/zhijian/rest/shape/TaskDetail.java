package org.zhijian.rest.shape;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.zhijian.api.chain.Step;
import org.zhijian.api.procedure.Procedure;
import org.zhijian.core.cases.TaskView;
import org.zhijian.rest.schema.FormSchema;

/** A task with all that is needed to decide it. */
public record TaskDetail(
        @JsonUnwrapped TaskItem task,
        List<DecisionItem> decisions,
        @Maybe @JsonInclude(JsonInclude.Include.NON_NULL) @Told("该环节自己的表单（JSON Schema 2020-12）；没有表单时不出现")
                ObjectNode schema,
        @Told("该环节要求的材料") List<SlotItem> attachments,
        @Told("该环节已上传的文件") List<Attachment> files,
        @Told("核对结果") List<Finding> findings,
        @Told("征求的意见") List<CoReviewItem> coReviews) {

    public static TaskDetail of(TaskView view) {
        Step step = view.step();
        return new TaskDetail(
                TaskItem.of(view.line()),
                DecisionItem.of(step, view.decisions()),
                FormSchema.of(view.line().jurisdiction(), view.line().procedure(), step)
                        .orElse(null),
                SlotItem.of(step.slots(), Procedure.formOf(step)),
                view.attachments().stream().map(Attachment::of).toList(),
                view.findings().stream().map(Finding::of).toList(),
                view.coReviews().stream().map(CoReviewItem::of).toList());
    }
}
