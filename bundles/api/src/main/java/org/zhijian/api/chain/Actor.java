package org.zhijian.api.chain;

import java.util.Objects;
import java.util.function.Function;
import org.osgi.annotation.versioning.ConsumerType;
import org.zhijian.api.procedure.CaseFacts;

/**
 * Who takes a step, as the definition says it: in words, and as a function that finds the one when the step is reached.
 *
 * @param kind what kind of actor it is
 * @param label Chinese words for the guide, such as 调入机构所在地主管部门; blank for a fixed office, whose own name is shown
 * @param officeId id of the fixed office; blank if it depends on the case
 * @param routing finds the actor
 */
public record Actor(Assignee.Kind kind, String label, String officeId, Routing routing) {

    /** Finds who takes a step. A pure function of the facts; it never answers null. */
    @ConsumerType
    @FunctionalInterface
    public interface Routing {
        Assignee route(CaseFacts facts);
    }

    public Actor {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(label);
        Objects.requireNonNull(officeId);
        Objects.requireNonNull(routing);
    }

    /** Always this office. */
    public static Actor office(String officeId) {
        return new Actor(Assignee.Kind.OFFICE, "", officeId, facts -> Assignee.office(officeId));
    }

    /** The office whose id the function finds. */
    public static Actor office(String label, Function<CaseFacts, String> officeId) {
        return new Actor(Assignee.Kind.OFFICE, label, "", facts -> Assignee.office(officeId.apply(facts)));
    }

    /** The organisation whose id the function finds, acting as a party. */
    public static Actor organisation(String label, Function<CaseFacts, String> organisationId) {
        return new Actor(
                Assignee.Kind.ORGANISATION, label, "", facts -> Assignee.organisation(organisationId.apply(facts)));
    }

    /** The person whose id the function finds, acting as a party. */
    public static Actor person(String label, Function<CaseFacts, String> personId) {
        return new Actor(Assignee.Kind.PERSON, label, "", facts -> Assignee.person(personId.apply(facts)));
    }

    /** True if this is a party to the case and not an office. */
    public boolean isParty() {
        return kind != Assignee.Kind.OFFICE;
    }
}
