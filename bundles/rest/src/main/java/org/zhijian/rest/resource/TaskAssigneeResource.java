package org.zhijian.rest.resource;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.zhijian.core.access.Caller;
import org.zhijian.core.access.Once;
import org.zhijian.core.access.Refusal;
import org.zhijian.core.cases.Assignments;
import org.zhijian.rest.schema.Operation;
import org.zhijian.rest.shape.Commands.AssigneeCommand;
import org.zhijian.rest.shape.TargetsItem;
import org.zhijian.rest.shape.TaskItem;

/** Who of an office, and which office, has a task. */
@Path("v1/tasks/{id}/assignee")
@Produces(MediaType.APPLICATION_JSON)
public final class TaskAssigneeResource {
    private final Assignments assignments;

    public TaskAssigneeResource(Assignments assignments) {
        this.assignments = assignments;
    }

    @GET
    @Operation("可转交的人员、可移交的机构、可征求意见的人员")
    public TargetsItem targets(@Context Caller caller, @PathParam("id") String id) {
        return TargetsItem.of(assignments.targets(caller, id));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation("转交本机构人员，或移交该环节允许的其他机构")
    public TaskItem reassign(
            @Context Caller caller, @Context Once once, @PathParam("id") String id, AssigneeCommand command) {
        String colleague = Asked.text(command.colleague());
        String office = Asked.text(command.office());
        if (colleague.isEmpty() == office.isEmpty()) {
            throw Refusal.malformed("colleague 与 office 应填写其中一项");
        }
        String reason = Asked.text(command.reason());
        return TaskItem.of(
                office.isEmpty()
                        ? assignments.reassign(caller, once, id, colleague, reason)
                        : assignments.handOver(caller, once, id, office, reason));
    }
}
