package org.zhijian.rest.resource;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.zhijian.core.access.Caller;
import org.zhijian.core.access.Once;
import org.zhijian.core.notices.Announcements;
import org.zhijian.rest.schema.Operation;
import org.zhijian.rest.shape.AnnouncementItem;
import org.zhijian.rest.shape.Communicated.NoticeCommand;
import org.zhijian.rest.shape.Communicated.ReasonCommand;

/** What offices do with announcements. */
@Path("v1/jurisdictions/{jurisdiction}/announcements")
@Produces(MediaType.APPLICATION_JSON)
public final class OfficeNoticesResource {
    private final Announcements announcements;

    public OfficeNoticesResource(Announcements announcements) {
        this.announcements = announcements;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(value = "机构发布通知", status = 201, answer = AnnouncementItem.class)
    public Response publish(
            @Context Caller caller,
            @Context Once once,
            @PathParam("jurisdiction") String jurisdiction,
            NoticeCommand command) {
        AnnouncementItem published = AnnouncementItem.of(announcements.publish(
                caller, once, jurisdiction, Asked.text(command.title()), Asked.text(command.body())));
        return Created.at("public/announcements/" + published.id(), published);
    }

    @POST
    @Path("{id}/withdrawal")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation("撤回公告，须说明原因；标题保留并标明已撤回")
    public AnnouncementItem withdraw(
            @Context Caller caller,
            @Context Once once,
            @PathParam("jurisdiction") String jurisdiction,
            @PathParam("id") String id,
            ReasonCommand command) {
        return AnnouncementItem.of(announcements.withdraw(caller, once, id, Asked.text(command.reason())));
    }
}
