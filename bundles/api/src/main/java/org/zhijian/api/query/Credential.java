package org.zhijian.api.query;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A valid credential of a person (证书), as one jurisdiction tells it to the others.
 *
 * @param number number of the certificate
 * @param personId who holds it
 * @param employerId the organisation at which it is valid; blank if it is bound to none
 * @param specialties what it is valid for, in Chinese; may be empty
 * @param validTo last day of its validity; empty if it has none
 */
public record Credential(
        String number, String personId, String employerId, List<String> specialties, Optional<LocalDate> validTo) {

    /** The registration of a supervising engineer (注册监理工程师). */
    public static final Query<Credential> REGISTERED_SUPERVISOR = kind("registered-supervisor", "注册监理工程师注册执业证书");

    /** The certificate by which somebody works in a testing organisation. */
    public static final Query<Credential> TESTING_POST = kind("testing-post", "检测人员岗位合格证书");

    public Credential {
        Objects.requireNonNull(number);
        Objects.requireNonNull(personId);
        Objects.requireNonNull(employerId);
        specialties = List.copyOf(specialties);
        Objects.requireNonNull(validTo);
    }

    /** The question for the valid credentials of a kind that a person holds. */
    public static Query<Credential> kind(String id, String title) {
        return new Query<>("credential-" + id, title, Credential.class);
    }

    /** True if it is valid at this organisation, or is bound to none. */
    public boolean isValidAt(String organisationId) {
        return employerId.isEmpty() || employerId.equals(organisationId);
    }
}
