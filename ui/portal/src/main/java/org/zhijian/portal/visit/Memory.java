package org.zhijian.portal.visit;

import com.vaadin.flow.server.VaadinSession;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** What the pages remember as long as somebody is signed in, such as the filters of a list. The session is locked. */
public final class Memory {
    private static final String KEY = Memory.class.getName();

    private final Map<String, Object> kept = new HashMap<>();

    private Memory() {}

    private static Memory current() {
        VaadinSession session = VaadinSession.getCurrent();
        if (session.getAttribute(KEY) instanceof Memory memory) {
            return memory;
        }
        Memory fresh = new Memory();
        session.setAttribute(KEY, fresh);
        return fresh;
    }

    /** What was remembered under this key and is of this type, else what the supplier gives. */
    public static <T> T recall(String key, Class<T> type, Supplier<T> otherwise) {
        Object value = current().kept.get(key);
        return type.isInstance(value) ? type.cast(value) : otherwise.get();
    }

    public static void remember(String key, Object value) {
        current().kept.put(key, value);
    }

    static void forget(VaadinSession session) {
        session.setAttribute(KEY, null);
    }
}
