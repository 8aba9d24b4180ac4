package org.zhijian.core.internal.identity;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.zhijian.core.access.Caller;

/**
 * Which session a caller was made from. Two sessions of one account have equal callers, so they are told apart by identity, and forgotten
 * with the caller. Thread-safe.
 */
final class CurrentSessions {
    private final Map<Key, String> sessions = new ConcurrentHashMap<>();
    private final ReferenceQueue<Caller> gone = new ReferenceQueue<>();

    private static final class Key extends WeakReference<Caller> {
        private final int hash;

        Key(Caller caller, ReferenceQueue<Caller> queue) {
            super(caller, queue);
            hash = System.identityHashCode(caller);
        }

        @Override
        public int hashCode() {
            return hash;
        }

        @Override
        public boolean equals(Object other) {
            return this == other || other instanceof Key key && get() != null && get() == key.get();
        }
    }

    Caller remember(Caller caller, String tokenHash) {
        for (Reference<? extends Caller> key = gone.poll(); key != null; key = gone.poll()) {
            sessions.remove(key);
        }
        sessions.put(new Key(caller, gone), tokenHash);
        return caller;
    }

    /** The hash of the token, blank if the caller was not made here. */
    String of(Caller caller) {
        return sessions.getOrDefault(new Key(caller, null), "");
    }
}
