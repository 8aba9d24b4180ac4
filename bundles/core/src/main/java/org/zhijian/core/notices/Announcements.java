package org.zhijian.core.notices;

import java.time.Instant;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.zhijian.core.access.Page;

/** Announcements (公告), open to everybody. Thread-safe. */
@ProviderType
public interface Announcements {

    /** A published announcement. */
    record Published(String id, String jurisdiction, String kind, String title, String body, Instant publishedAt) {}

    /** Newest first. @param jurisdiction blank for all */
    default Page<Published> list(String jurisdiction, String cursor, int limit) {
        return list(jurisdiction, Instant.EPOCH, cursor, limit);
    }

    /** Those published at this time or later, newest first. @param jurisdiction blank for all */
    Page<Published> list(String jurisdiction, Instant since, String cursor, int limit);

    Optional<Published> find(String id);
}
