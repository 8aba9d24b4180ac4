package org.zhijian.portal.visit;

import com.vaadin.flow.server.VaadinSession;
import java.util.Optional;

/** A sentence that the next page shows once. */
public final class Flash {
    private static final String KEY = Flash.class.getName();

    private Flash() {}

    /** Keeps a sentence for the next page. The session is locked. */
    public static void say(String sentence) {
        say(VaadinSession.getCurrent(), sentence);
    }

    /** As {@link #say(String)}, unless there is a sentence already. */
    public static void sayIfSilent(String sentence) {
        if (VaadinSession.getCurrent().getAttribute(KEY) == null) {
            say(sentence);
        }
    }

    static void say(VaadinSession session, String sentence) {
        session.lock();
        try {
            session.setAttribute(KEY, sentence);
        } finally {
            session.unlock();
        }
    }

    /** Takes the sentence out. */
    public static Optional<String> take() {
        VaadinSession session = VaadinSession.getCurrent();
        String sentence = (String) session.getAttribute(KEY);
        session.setAttribute(KEY, null);
        return Optional.ofNullable(sentence);
    }
}
