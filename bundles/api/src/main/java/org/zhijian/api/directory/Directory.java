package org.zhijian.api.directory;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** Organisations, people and offices, as the running transaction sees them. Not thread-safe, not to be kept. */
@ProviderType
public interface Directory {
    Optional<Organisation> organisation(String id);

    Optional<Person> person(String id);

    Optional<Office> office(String id);

    /** The person with this identity document, if known. */
    Optional<Person> personByIdNumber(Person.IdType type, String idNumber);

    /** The organisation that bears one of these codes; the one inside the social credit code counts as given. Blanks are none. */
    Optional<Organisation> organisationByCode(String uscc, String orgCode);

    /** The organisation of this name, however its blanks and brackets are written. */
    Optional<Organisation> organisationByName(String name);

    /** Organisations of a type whose name contains the text (blank: all), by name, at most {@code limit}. */
    List<Organisation> organisations(String type, String nameContains, int limit);

    /** People now employed by the organisation whose name contains the text (blank: all), by name, at most {@code limit}. */
    List<Person> staff(String organisationId, String nameContains, int limit);

    /** The organisations that employ the person now. */
    List<Organisation> employers(String personId);

    /** True if the organisation employs the person now. */
    boolean employs(String organisationId, String personId);
}
