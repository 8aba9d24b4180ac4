package org.zhijian.core.access;

import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import org.zhijian.api.chain.Assignee;

/**
 * Who calls a service. Made by {@link org.zhijian.core.identity.SignIn} alone; every service call carries one, and what no policy allows
 * its caller is refused.
 *
 * @param kind what kind of account it is
 * @param accountId id of the account, blank for nobody
 * @param loginName login name, blank for nobody
 * @param displayName how logs call the account
 * @param jurisdiction the jurisdiction whose portal the account belongs to, blank for the operator and nobody
 * @param organisationId the organisation it acts for, blank if none
 * @param personId the person it acts for, blank if none
 * @param offices ids of the offices it is a member of
 * @param mustChangePassword true if nothing else is allowed before the password is changed
 * @param address network address of the client
 */
public record Caller(
        Kind kind,
        String accountId,
        String loginName,
        String displayName,
        String jurisdiction,
        String organisationId,
        String personId,
        Set<String> offices,
        boolean mustChangePassword,
        String address) {

    /** Kinds of account. */
    public enum Kind {
        NOBODY,
        ORGANISATION,
        PERSON,
        OFFICE,
        AGENCY,
        OPERATOR
    }

    public Caller {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(accountId);
        Objects.requireNonNull(loginName);
        Objects.requireNonNull(displayName);
        Objects.requireNonNull(jurisdiction);
        Objects.requireNonNull(organisationId);
        Objects.requireNonNull(personId);
        offices = Set.copyOf(offices);
        Objects.requireNonNull(address);
    }

    /** Somebody who has not signed in. */
    public static Caller nobody(String address) {
        return new Caller(Kind.NOBODY, "", "", "", "", "", "", Set.of(), false, address);
    }

    public boolean isSignedIn() {
        return kind != Kind.NOBODY;
    }

    /** The seats this caller may take a step from. */
    public Set<Assignee> seats() {
        Set<Assignee> seats = new LinkedHashSet<>();
        offices.forEach(office -> seats.add(Assignee.office(office)));
        if (!organisationId.isBlank()) {
            seats.add(Assignee.organisation(organisationId));
        }
        if (!personId.isBlank()) {
            seats.add(Assignee.person(personId));
        }
        return seats;
    }
}
