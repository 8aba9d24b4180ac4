package org.zhijian.rest.resource;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.zhijian.core.access.Caller;
import org.zhijian.core.access.Once;
import org.zhijian.core.notices.Messages;
import org.zhijian.rest.schema.Operation;
import org.zhijian.rest.shape.Communicated.MessageItem;
import org.zhijian.rest.shape.Communicated.UnreadCount;
import org.zhijian.rest.shape.Listing;

/** The messages in the caller's desk. */
@Path("v1/messages")
@Produces(MediaType.APPLICATION_JSON)
public final class MessagesResource {
    private final Messages messages;

    public MessagesResource(Messages messages) {
        this.messages = messages;
    }

    @GET
    @Operation("当前账号的消息，最新在前；unread=true 只列未读")
    public Listing<MessageItem> list(
            @Context Caller caller,
            @QueryParam("unread") String unread,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") String limit) {
        return Listing.of(
                messages.list(caller, Asked.text(unread).equals("true"), Asked.text(cursor), Asked.limit(limit)),
                MessageItem::of);
    }

    @GET
    @Path("unread")
    @Operation("当前账号的未读条数")
    public UnreadCount unread(@Context Caller caller) {
        return new UnreadCount(messages.unread(caller));
    }

    @POST
    @Path("{id}/read")
    @Operation("将一条消息标为已读")
    public UnreadCount read(@Context Caller caller, @Context Once once, @PathParam("id") String id) {
        messages.read(caller, once, id);
        return new UnreadCount(messages.unread(caller));
    }

    @POST
    @Path("read")
    @Operation("将全部消息标为已读")
    public UnreadCount readAll(@Context Caller caller, @Context Once once) {
        messages.readAll(caller, once);
        return new UnreadCount(messages.unread(caller));
    }
}
