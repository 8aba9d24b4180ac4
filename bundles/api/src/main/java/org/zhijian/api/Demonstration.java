package org.zhijian.api;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.zhijian.api.directory.Employment;
import org.zhijian.api.directory.Organisation;
import org.zhijian.api.directory.Person;
import org.zhijian.api.register.Register;

/**
 * The synthetic cast of a demonstration. Ids come from {@link #idOf}, so that several modules may speak of the same organisation or person.
 *
 * @param organisations organisations that are known at the start
 * @param people people that are known at the start
 * @param employments who works where
 * @param holdings records that stand in the registers at the start
 * @param accounts sign-ins of organisations and people; offices get theirs by themselves, under the office's id
 */
public record Demonstration(
        List<Organisation> organisations,
        List<Person> people,
        List<Employment> employments,
        List<Holding<?>> holdings,
        List<Login> accounts) {

    /** No cast. */
    public static final Demonstration NONE = new Demonstration(List.of(), List.of(), List.of(), List.of(), List.of());

    /** The records of one register. */
    public record Holding<R extends Record>(Register<R> register, List<R> records) {
        public Holding {
            records = List.copyOf(records);
        }
    }

    /**
     * The sign-in of an organisation ({@code organisationId}) or of a person ({@code personId}); the other one is blank. Where both are
     * there, it is the organisation's, and the person may choose it as a role after scanning a code.
     *
     * @param usbKey serial of the lock that belongs to it; blank for none
     */
    public record Login(String loginName, String organisationId, String personId, String usbKey) {
        /** An organisation signs in. */
        public static Login organisation(String loginName, String organisationId) {
            return new Login(loginName, organisationId, "", "");
        }

        /** An organisation signs in; this natural person holds the account as one of their roles. */
        public static Login role(String loginName, String organisationId, String personId) {
            return new Login(loginName, organisationId, personId, "");
        }

        /** A natural person signs in. */
        public static Login person(String loginName, String personId) {
            return new Login(loginName, "", personId, "");
        }

        /** The same, with a lock. The platform has software locks for demonstrations, {@code DEMO-LOCK-0001} and {@code DEMO-LOCK-0002}. */
        public Login withUsbKey(String serial) {
            return new Login(loginName, organisationId, personId, serial);
        }
    }

    public Demonstration {
        organisations = List.copyOf(organisations);
        people = List.copyOf(people);
        employments = List.copyOf(employments);
        holdings = List.copyOf(holdings);
        accounts = List.copyOf(accounts);
    }

    /** The id of a member of the cast, the same in every module. */
    public static String idOf(String key) {
        return UUID.nameUUIDFromBytes(("zhijian-cast:" + key).getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
