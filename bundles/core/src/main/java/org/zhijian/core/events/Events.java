package org.zhijian.core.events;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;
import org.zhijian.api.Titled;
import org.zhijian.core.access.Caller;
import org.zhijian.core.access.Once;
import org.zhijian.core.access.Page;

/**
 * The feed of what changed, in the order in which it was committed, without gaps: whoever follows the cursor misses nothing and gets nothing
 * twice, however many write meanwhile. It tells that something changed and not what is confidential about it. Thread-safe.
 */
@ProviderType
public interface Events {
    /** Stands for all jurisdictions, or all kinds, in a {@link Grant}. */
    String ALL = "*";

    /** What can change. */
    enum Kind implements Titled {
        CASE("办件"),
        RECORD("台账"),
        ANNOUNCEMENT("公告");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        @Override
        public String title() {
            return title;
        }
    }

    /**
     * A change.
     *
     * @param id the same for ever
     * @param collection id of the procedure or register; blank for announcements
     * @param objectId id of the case or announcement, key of the record
     * @param action what happened, a code in capitals
     * @param detail plain values, such as the state after it
     */
    record Change(
            String id,
            String jurisdiction,
            Kind kind,
            String collection,
            String objectId,
            String action,
            Map<String, Object> detail,
            Instant at) {}

    /** A client may follow this kind of change of this jurisdiction; {@link #ALL} for either. */
    record Grant(String jurisdiction, String kind) {}

    /** An agency's account with what it may follow. */
    record Client(String clientId, String name, List<Grant> grants) {
        public Client {
            grants = List.copyOf(grants);
        }
    }

    /**
     * What changed behind a cursor, as far as the client is granted.
     *
     * @param cursor blank for the beginning
     * @return {@code next} is never blank: it leads on also when nothing has happened yet
     * @throws org.zhijian.core.access.Refusal 403 if the caller is no agency
     */
    Page<Change> after(Caller caller, String cursor, int limit);

    /** Sets what a client may follow, by the operator. */
    Client grant(Caller caller, Once once, String clientId, List<Grant> grants);
}
