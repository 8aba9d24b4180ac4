package org.zhijian.rest.resource;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.zhijian.core.access.Refusal;
import org.zhijian.core.notices.Announcements;
import org.zhijian.rest.http.Open;
import org.zhijian.rest.http.RateLimited;
import org.zhijian.rest.schema.Operation;
import org.zhijian.rest.shape.AnnouncementItem;
import org.zhijian.rest.shape.Listing;

/** Announcements. */
@Open
@RateLimited
@Path("v1/public/announcements")
@Produces(MediaType.APPLICATION_JSON)
public final class AnnouncementsResource {
    private final Announcements announcements;

    public AnnouncementsResource(Announcements announcements) {
        this.announcements = announcements;
    }

    @GET
    @Operation("公告，最新在前；给出 since（日期或时刻）时为自该时起发布或撤回的，最早在前")
    public Listing<AnnouncementItem> list(
            @QueryParam("jurisdiction") String jurisdiction,
            @QueryParam("since") String since,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") String limit) {
        String region = Asked.text(jurisdiction);
        return Listing.of(
                Asked.text(since).isEmpty()
                        ? announcements.list(region, Asked.text(cursor), Asked.limit(limit))
                        : announcements.since(
                                region, Asked.moment("since", since), Asked.text(cursor), Asked.limit(limit)),
                AnnouncementItem::of);
    }

    @GET
    @Path("{id}")
    @Operation("一则公告")
    public AnnouncementItem one(@PathParam("id") String id) {
        return announcements.find(id).map(AnnouncementItem::of).orElseThrow(Refusal::notFound);
    }
}
