package org.zhijian.api.procedure;

import java.time.LocalDate;
import org.osgi.annotation.versioning.ProviderType;
import org.zhijian.api.directory.Employment;
import org.zhijian.api.directory.Organisation;
import org.zhijian.api.directory.Person;
import org.zhijian.api.notice.Announcement;
import org.zhijian.api.register.Register;
import org.zhijian.api.register.RegisterEditor;

/** What an effect may change. All of it commits with the decision, or not at all. Not thread-safe, not to be kept. */
@ProviderType
public interface Changes {

    /** The records of a register, to be read and written. */
    <R extends Record> RegisterEditor<R> of(Register<R> register);

    /** Publishes an announcement that speaks of this case. */
    void announce(Announcement announcement);

    /** Keeps a new or changed organisation, by its id. */
    void save(Organisation organisation);

    /** Keeps a new or changed person, by its id. */
    void save(Person person);

    /** A person begins to work for an organisation; if it already does, the post is updated. */
    void employ(Employment employment);

    /** A person's work for an organisation ends; nothing happens if there is none. */
    void endEmployment(String personId, String organisationId, LocalDate lastDay);

    /** The next number of a sequence of this jurisdiction, from 1, without gaps: what is rolled back is given again. */
    long next(String sequence);

    /** A fresh id for an organisation or person. */
    String newId();
}
