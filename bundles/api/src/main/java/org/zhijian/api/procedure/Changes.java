package org.zhijian.api.procedure;

import java.time.LocalDate;
import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;
import org.zhijian.api.chain.Assignee;
import org.zhijian.api.directory.Employment;
import org.zhijian.api.directory.Organisation;
import org.zhijian.api.directory.Person;
import org.zhijian.api.notice.Announcement;
import org.zhijian.api.notice.Channel;
import org.zhijian.api.notice.SmsTemplate;
import org.zhijian.api.register.Register;
import org.zhijian.api.register.RegisterEditor;
import org.zhijian.api.registration.OldAccount;

/** What an effect may change. All of it commits with the decision, or not at all. Not thread-safe, not to be kept. */
@ProviderType
public interface Changes {

    /** The records of a register, to be read and written. */
    <R extends Record> RegisterEditor<R> of(Register<R> register);

    /** Publishes an announcement that speaks of this case. */
    void announce(Announcement announcement);

    /**
     * Sends an SMS after the commit. A blank mobile number is nobody's: nothing is sent.
     *
     * @param values a value for each place of the template
     */
    void sms(String mobile, SmsTemplate template, Map<String, String> values);

    /**
     * Lays a message into the desk of an organisation, a person or an office, after the commit. Of a case, the parties and the next office are
     * told anyhow.
     *
     * @param title one line in Chinese, at most 200 characters
     * @param text more of it, at most 2000 characters; may be blank
     */
    void tell(Assignee to, String title, String text);

    /**
     * Pushes a payload to the agency behind a channel of this jurisdiction, after the commit. A payload whose key has been pushed before is not
     * pushed again.
     */
    <P extends Record> void push(Channel<P> channel, P payload);

    /** Keeps a new or changed organisation, by its id. */
    void save(Organisation organisation);

    /** Keeps a new or changed person, by its id. */
    void save(Person person);

    /** A person begins to work for an organisation; if it already does, the post is updated. */
    void employ(Employment employment);

    /** A person's work for an organisation ends; nothing happens if there is none. */
    void endEmployment(String personId, String organisationId, LocalDate lastDay);

    /**
     * Gives the accounts that an organisation has in this jurisdiction a fresh password, which goes to their mobile numbers, or where they have
     * none to the organisation's contact, and has to be changed at the next sign-in. Only by somebody who acts in a case.
     */
    void resetPasswords(String organisationId);

    /**
     * Keeps by what an organisation was known to a system that went before, in this jurisdiction; what was kept of its code is replaced. A
     * {@link org.zhijian.api.registration.Registration#proven registration} compares it.
     */
    void keep(OldAccount account);

    /** The next number of a sequence of this jurisdiction, from 1, without gaps: what is rolled back is given again. */
    long next(String sequence);

    /** A fresh id for an organisation or person. */
    String newId();
}
