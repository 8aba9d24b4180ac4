package org.zhijian.portal.visit;

import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.VaadinSession;
import org.zhijian.core.access.Caller;
import org.zhijian.core.identity.Session;
import org.zhijian.core.identity.SignIn;

/**
 * Who sits at the browser. The session keeps nothing but the bearer token; who stands behind it is asked of the core each time, so that a
 * disabled account or an ended session has no effect left.
 */
public final class Visitor {
    private static final String TOKEN = Visitor.class.getName() + ".token";
    private static final String STATE = Visitor.class.getName() + ".state";
    private static final String EXPIRED = "登录已过期，请重新登录";

    private Visitor() {}

    /** The caller of the request that runs now; nobody if not signed in or no longer. The session is locked. */
    public static Caller caller(SignIn signIn) {
        return caller(signIn, VaadinSession.getCurrent(), VaadinRequest.getCurrent());
    }

    /** The caller behind a request outside the screen's own: an upload, a download. Takes the session's lock. */
    public static Caller caller(SignIn signIn, VaadinSession session, VaadinRequest request) {
        String address = addressOf(request);
        String token = token(session);
        if (token == null) {
            return Caller.nobody(address);
        }
        return signIn.caller(token, address).orElseGet(() -> {
            keep(session, null);
            Flash.say(session, EXPIRED);
            return Caller.nobody(address);
        });
    }

    /** Takes on a session that has just been opened, in place of any other, and gives the browser's a new id, lest somebody knows it from before. */
    public static Caller enter(SignIn signIn, Session session) {
        String before = token(VaadinSession.getCurrent());
        if (before != null) {
            signIn.signOut(before);
        }
        keep(VaadinSession.getCurrent(), session.token());
        renewId();
        return session.caller();
    }

    /** Remembers that this browser has gone elsewhere to sign in, and what it has to bring back. */
    public static void setOut(String state) {
        VaadinSession.getCurrent().setAttribute(STATE, state);
    }

    /** True if it was this browser that set out with this, and not one whose owner wants somebody else to work under a foreign name; true once. */
    public static boolean cameBack(String state) {
        VaadinSession session = VaadinSession.getCurrent();
        Object setOut = session.getAttribute(STATE);
        session.setAttribute(STATE, null);
        return state.equals(setOut);
    }

    /** The network address behind the request that runs now. */
    public static String address() {
        return addressOf(VaadinRequest.getCurrent());
    }

    /** Ends the session of the core and forgets it. */
    public static void signOut(SignIn signIn) {
        VaadinSession session = VaadinSession.getCurrent();
        String token = token(session);
        keep(session, null);
        Memory.forget(session);
        renewId();
        if (token != null) {
            signIn.signOut(token);
        }
    }

    private static String token(VaadinSession session) {
        session.lock();
        try {
            return (String) session.getAttribute(TOKEN);
        } finally {
            session.unlock();
        }
    }

    private static void keep(VaadinSession session, String token) {
        session.lock();
        try {
            session.setAttribute(TOKEN, token);
        } finally {
            session.unlock();
        }
    }

    private static void renewId() {
        ((VaadinServletRequest) VaadinRequest.getCurrent()).changeSessionId();
    }

    private static String addressOf(VaadinRequest request) {
        return request == null || request.getRemoteAddr() == null ? "" : request.getRemoteAddr();
    }
}
