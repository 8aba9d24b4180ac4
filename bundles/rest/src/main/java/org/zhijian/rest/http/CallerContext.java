package org.zhijian.rest.http;

import jakarta.servlet.http.HttpServletRequest;
import org.apache.cxf.jaxrs.ext.ContextProvider;
import org.apache.cxf.message.Message;
import org.apache.cxf.transport.http.AbstractHTTPDestination;
import org.zhijian.core.access.Caller;

/** Lets a resource ask for {@code @Context Caller}. */
public final class CallerContext implements ContextProvider<Caller> {
    private static final String KEY = Caller.class.getName();

    static void keep(HttpServletRequest request, Caller caller) {
        request.setAttribute(KEY, caller);
    }

    @Override
    public Caller createContext(Message message) {
        return (Caller) request(message).getAttribute(KEY);
    }

    static HttpServletRequest request(Message message) {
        return (HttpServletRequest) message.getExchange().getInMessage().get(AbstractHTTPDestination.HTTP_REQUEST);
    }
}
