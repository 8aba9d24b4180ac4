package org.zhijian.portal.web;

import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import java.io.IOException;
import org.osgi.service.component.annotations.Component;

/** Pax Web starts WebSockets only where an endpoint is registered: this one, which nobody uses, opens the way for Vaadin's own. */
@Component(
        service = WebSockets.class,
        immediate = true,
        property = "org.ops4j.pax.web.http.whiteboard.websocket:Boolean=true")
@ServerEndpoint("/portal/socket")
public final class WebSockets {
    @OnOpen
    public void refuse(Session session) throws IOException {
        session.close();
    }
}
