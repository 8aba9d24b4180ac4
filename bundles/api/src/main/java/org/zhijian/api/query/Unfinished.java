package org.zhijian.api.query;

import java.time.LocalDate;
import java.util.Objects;

/**
 * An unfinished project that binds a person (在建工程), as one jurisdiction tells it to the others.
 *
 * @param personId who is bound
 * @param organisationId the organisation for which the person serves
 * @param project name of the project
 * @param post what the person is on it, in Chinese, such as 项目总监
 * @param since first day
 */
public record Unfinished(String personId, String organisationId, String project, String post, LocalDate since) {

    /** The question for the unfinished projects that bind a person. */
    public static final Query<Unfinished> PROJECTS = new Query<>("unfinished-projects", "在建工程任职", Unfinished.class);

    public Unfinished {
        Objects.requireNonNull(personId);
        Objects.requireNonNull(organisationId);
        Objects.requireNonNull(project);
        Objects.requireNonNull(post);
        Objects.requireNonNull(since);
    }
}
