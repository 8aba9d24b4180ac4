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

    /** The sign-in of an organisation ({@code organisationId}) or of a person ({@code personId}); the other one is blank. */
    public record Login(String loginName, String organisationId, String personId) {
        /** An organisation signs in. */
        public static Login organisation(String loginName, String organisationId) {
            return new Login(loginName, organisationId, "");
        }

        /** A natural person signs in. */
        public static Login person(String loginName, String personId) {
            return new Login(loginName, "", personId);
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
