package org.zhijian.api.directory;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * A person works for an organisation.
 *
 * @param post 岗位, may be blank
 * @param from first day
 * @param to last day, empty while it lasts
 */
public record Employment(String personId, String organisationId, String post, LocalDate from, Optional<LocalDate> to) {
    public Employment {
        Objects.requireNonNull(personId);
        Objects.requireNonNull(organisationId);
        Objects.requireNonNull(post);
        Objects.requireNonNull(from);
        Objects.requireNonNull(to);
    }

    /** An employment that began on this day and lasts. */
    public static Employment since(LocalDate from, String personId, String organisationId, String post) {
        return new Employment(personId, organisationId, post, from, Optional.empty());
    }
}
