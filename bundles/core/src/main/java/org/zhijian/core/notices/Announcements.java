package org.zhijian.core.notices;

import java.time.Instant;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.zhijian.api.Titled;
import org.zhijian.core.access.Caller;
import org.zhijian.core.access.Once;
import org.zhijian.core.access.Page;

/** Announcements (公告), open to everybody to read; offices publish notices and withdraw what they published (NOT-03). Thread-safe. */
@ProviderType
public interface Announcements {

    /** What an announcement is for. */
    enum Category implements Titled {
        /** The result of a decision. */
        RESULT("结果公告"),
        /** Written by an office. */
        NOTICE("通知");

        private final String title;

        Category(String title) {
            this.title = title;
        }

        @Override
        public String title() {
            return title;
        }
    }

    /**
     * A published announcement.
     *
     * @param kind a short Chinese word
     * @param body blank once it is withdrawn
     * @param publisher name of the office that published it, blank if none did
     * @param changedAt when it was published or withdrawn
     * @param withdrawnAt when it was withdrawn, null while it stands
     */
    record Published(
            String id,
            String jurisdiction,
            Category category,
            String kind,
            String title,
            String body,
            String publisher,
            Instant publishedAt,
            Instant changedAt,
            Instant withdrawnAt) {

        public boolean isWithdrawn() {
            return withdrawnAt != null;
        }
    }

    /** Newest first. @param jurisdiction blank for all */
    Page<Published> list(String jurisdiction, String cursor, int limit);

    /** What was published or withdrawn at this moment or later, in that order: for agencies that keep a copy. */
    Page<Published> since(String jurisdiction, Instant since, String cursor, int limit);

    Optional<Published> find(String id);

    /** True if the caller may publish notices in its jurisdiction. */
    boolean mayPublish(Caller caller, String jurisdiction);

    /** True if the caller may withdraw it: a member of the office that published it, or of one that oversees the jurisdiction. */
    boolean mayWithdraw(Caller caller, String id);

    /** An office publishes a notice. */
    Published publish(Caller caller, Once once, String jurisdiction, String title, String body);

    /** An announcement is withdrawn: its title stays, marked 已撤回, its body goes. */
    Published withdraw(Caller caller, Once once, String id, String reason);
}
