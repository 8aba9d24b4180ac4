package org.zhijian.core.notices;

import java.time.Instant;
import org.osgi.annotation.versioning.ProviderType;
import org.zhijian.core.access.Caller;
import org.zhijian.core.access.Once;
import org.zhijian.core.access.Page;

/** Messages in desks (站内消息): an office's, an organisation's, a person's, an account's. Each account reads for itself. Thread-safe. */
@ProviderType
public interface Messages {
    /** More are not counted. */
    int COUNTED = 100;

    /**
     * A message.
     *
     * @param kind what it is about, a code in capitals
     * @param caseId the case it leads to, blank for none
     * @param read true once this account has read it
     */
    record Message(String id, String kind, String title, String body, String caseId, Instant at, boolean read) {}

    /** The caller's messages, newest first. */
    Page<Message> list(Caller caller, boolean unreadOnly, String cursor, int limit);

    /** How many the caller has not read, at most {@link #COUNTED}. */
    int unread(Caller caller);

    /** The caller has read it; nothing happens if it had. @throws org.zhijian.core.access.Refusal 404 if it is not the caller's */
    void read(Caller caller, Once once, String id);

    /** The caller has read all there are. */
    void readAll(Caller caller, Once once);

    /**
     * Calls the listener, which must not wait, when there are new messages for the caller, until the subscription is closed. It may be called
     * for nothing.
     */
    AutoCloseable onChange(Caller caller, Runnable listener);
}
