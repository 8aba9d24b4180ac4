package org.zhijian.rest.resource;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.zhijian.core.access.Caller;
import org.zhijian.core.access.Once;
import org.zhijian.core.cases.Assignments;
import org.zhijian.rest.schema.Operation;
import org.zhijian.rest.shape.TaskItem;

/** Taking a task up. */
@Path("v1/tasks/{id}/claim")
@Produces(MediaType.APPLICATION_JSON)
public final class TaskClaimResource {
    private final Assignments assignments;

    public TaskClaimResource(Assignments assignments) {
        this.assignments = assignments;
    }

    @PUT
    @Operation("签收：30 分钟内同机构其他人员看不到该待办；已由他人签收时 409")
    public TaskItem claim(@Context Caller caller, @Context Once once, @PathParam("id") String id) {
        return TaskItem.of(assignments.claim(caller, once, id));
    }

    @DELETE
    @Operation("取消签收")
    public TaskItem release(@Context Caller caller, @Context Once once, @PathParam("id") String id) {
        return TaskItem.of(assignments.release(caller, once, id));
    }
}
