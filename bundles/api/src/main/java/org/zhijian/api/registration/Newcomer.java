package org.zhijian.api.registration;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.zhijian.api.check.IdNumber;
import org.zhijian.api.check.OrganisationCodes;
import org.zhijian.api.check.OrganisationName;
import org.zhijian.api.directory.Organisation;
import org.zhijian.api.directory.Person;
import org.zhijian.api.form.FormData;
import org.zhijian.api.procedure.Subject;

/**
 * Who a registration speaks of: an organisation or a natural person, as the form describes it; the id is blank, for the core finds or makes it.
 *
 * @param organisation the organisation; empty if it is a person
 * @param person the person; empty if it is an organisation
 * @param logins its login names, at least one
 */
public record Newcomer(Optional<Organisation> organisation, Optional<Person> person, List<Login> logins) {

    /**
     * A login name.
     *
     * @param mobile where its messages go, may be blank
     * @param type code of the organisation type that signs in with it, blank if it serves all of them
     * @param registrant identity number of the person who registers (注册人), blank if not asked for; who shows it finds the login name again with the
     *     whole mobile number
     * @param holder the natural person who may choose the account as a role after scanning a code, if there is one
     */
    public record Login(String name, String mobile, String type, String registrant, Optional<Holder> holder) {
        public Login {
            name = name.strip();
            Objects.requireNonNull(mobile);
            Objects.requireNonNull(type);
            Objects.requireNonNull(registrant);
            Objects.requireNonNull(holder);
        }

        public Login(String name, String mobile, String type, String registrant) {
            this(name, mobile, type, registrant, Optional.empty());
        }

        public Login(String name, String mobile, String type) {
            this(name, mobile, type, "");
        }

        /** The same, held by a natural person, who gets an account of their own under the mobile number where they have none. */
        public Login heldBy(String personName, String idNumber) {
            return new Login(name, mobile, type, registrant, Optional.of(new Holder(personName, idNumber)));
        }
    }

    /** A natural person, by name and 身份证号. */
    public record Holder(String name, String idNumber) {
        public Holder {
            name = name.strip();
            idNumber = IdNumber.normalise(idNumber);
        }
    }

    public Newcomer {
        if (organisation.isPresent() == person.isPresent()) {
            throw new IllegalArgumentException("either an organisation or a person registers");
        }
        logins = List.copyOf(logins);
    }

    /** An organisation with these login names. */
    public Newcomer(Organisation organisation, List<Login> logins) {
        this(Optional.of(organisation), Optional.empty(), logins);
    }

    /** A natural person with this login name; messages go to the person's mobile number. */
    public static Newcomer person(Person person, String loginName) {
        return new Newcomer(Optional.empty(), Optional.of(person), List.of(new Login(loginName, person.mobile(), "")));
    }

    /**
     * Reads a form whose fields bear the names of the trade: {@code orgName, uscc, orgCode, regionCode, legalRepName, contactName, contactMobile,
     * loginName, registrantIdNo}. What is not there is blank.
     */
    public static Newcomer of(FormData form, String... types) {
        String mobile = form.text("contactMobile");
        String region = form.text("regionCode");
        Organisation organisation = new Organisation(
                "",
                form.text("orgName"),
                form.text("uscc"),
                form.text("orgCode"),
                Set.of(types),
                region.isEmpty() ? "000000" : region,
                form.text("legalRepName"),
                form.text("contactName"),
                mobile);
        return new Newcomer(
                organisation, List.of(new Login(form.text("loginName"), mobile, "", form.text("registrantIdNo"))));
    }

    /** The name of the organisation or the person. */
    public String name() {
        return organisation
                .map(Organisation::name)
                .or(() -> person.map(Person::name))
                .orElse("");
    }

    /** The same organisation in another place, where the form tells the place in its own way. */
    public Newcomer in(String regionCode) {
        return new Newcomer(
                organisation.map(o -> new Organisation(
                        o.id(),
                        o.name(),
                        o.uscc(),
                        o.orgCode(),
                        o.types(),
                        regionCode,
                        o.legalRepresentative(),
                        o.contactName(),
                        o.contactMobile())),
                person,
                logins);
    }

    /** The same with these login names. */
    public Newcomer signingInAs(List<Login> names) {
        return new Newcomer(organisation, person, names);
    }

    /** What no two registrations may take at once: the name, the code or the identity document, and the login names. */
    public Set<Subject> subjects() {
        Set<Subject> subjects = new TreeSet<>();
        organisation.ifPresent(known -> {
            add(subjects, NAME, OrganisationName.key(known.name()));
            add(subjects, CODE, OrganisationCodes.orgCode(known.uscc(), known.orgCode()));
        });
        person.ifPresent(known -> add(subjects, DOCUMENT, IdNumber.normalise(known.idNumber())));
        logins.forEach(login -> add(subjects, LOGIN, loginKey(login.name())));
        return subjects;
    }

    /** The kind of subject that an organisation's name is. */
    public static final String NAME = "organisation-name";

    /** The kind of subject that an organisation's code is. */
    public static final String CODE = "organisation-code";

    /** The kind of subject that a person's identity document is. */
    public static final String DOCUMENT = "identity-document";

    /** The kind of subject that a login name is. */
    public static final String LOGIN = "login-name";

    /** A login name as it is compared: nobody can tell small letters from capitals on the telephone. */
    public static String loginKey(String name) {
        return name.strip().toLowerCase(java.util.Locale.ROOT);
    }

    private static void add(Set<Subject> subjects, String kind, String id) {
        if (!id.isEmpty() && id.length() <= LONGEST) {
            subjects.add(new Subject(kind, id));
        }
    }

    private static final int LONGEST = 150;
}
