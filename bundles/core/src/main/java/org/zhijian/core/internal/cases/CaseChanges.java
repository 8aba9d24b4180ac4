package org.zhijian.core.internal.cases;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zhijian.api.chain.Assignee;
import org.zhijian.api.directory.Employment;
import org.zhijian.api.directory.Organisation;
import org.zhijian.api.directory.Person;
import org.zhijian.api.notice.Announcement;
import org.zhijian.api.notice.Channel;
import org.zhijian.api.notice.SmsTemplate;
import org.zhijian.api.procedure.Changes;
import org.zhijian.api.register.Register;
import org.zhijian.api.register.RegisterEditor;
import org.zhijian.api.registration.OldAccount;
import org.zhijian.core.access.Caller;
import org.zhijian.core.internal.identity.DirectoryEditor;
import org.zhijian.core.internal.identity.OldAccounts;
import org.zhijian.core.internal.identity.PasswordResets;
import org.zhijian.core.internal.notices.AnnouncementService;
import org.zhijian.core.internal.notices.DeskMessage;
import org.zhijian.core.internal.notices.Desks;
import org.zhijian.core.internal.notices.Seats;
import org.zhijian.core.internal.outbox.Outbox;
import org.zhijian.core.internal.registers.RegistersEditor;
import org.zhijian.core.internal.store.Ids;
import org.zhijian.core.internal.store.Sequences;

/** What effects of a case change, inside the transaction that runs. Not thread-safe. */
public final class CaseChanges implements Changes {
    private final EntityManager em;
    private final String jurisdiction;
    private final String caseId;
    private final String office;
    private final Instant now;
    private final Optional<Caller> caller;
    private final DirectoryEditor directory;
    private final RegistersEditor registers;
    private final List<String> announcements = new ArrayList<>();

    /** @param office the office that acts, blank for none */
    public CaseChanges(EntityManager em, String jurisdiction, String caseId, String office, Instant now) {
        this(em, jurisdiction, caseId, office, now, Optional.empty());
    }

    /** @param caller who acts, empty if nobody does */
    CaseChanges(
            EntityManager em, String jurisdiction, String caseId, String office, Instant now, Optional<Caller> caller) {
        this.em = em;
        this.jurisdiction = jurisdiction;
        this.caseId = caseId;
        this.office = office;
        this.now = now;
        this.caller = caller;
        this.directory = new DirectoryEditor(em);
        this.registers = new RegistersEditor(em, jurisdiction, caseId, now);
    }

    @Override
    public <R extends Record> RegisterEditor<R> of(Register<R> register) {
        return registers.of(register);
    }

    /** What was changed so far, for the audit: records by key, version and status, and what was announced. */
    public Map<String, ?> told() {
        Map<String, Object> told = new LinkedHashMap<>();
        if (!registers.changes().isEmpty()) {
            told.put("records", registers.changes());
        }
        if (!announcements.isEmpty()) {
            told.put("announcements", announcements);
        }
        return told;
    }

    @Override
    public void announce(Announcement announcement) {
        AnnouncementService.publish(em, jurisdiction, caseId, office, announcement, now);
        announcements.add(announcement.title());
    }

    @Override
    public void sms(String mobile, SmsTemplate template, Map<String, String> values) {
        Outbox.sms(em, now, jurisdiction, mobile, template, values);
    }

    @Override
    public void tell(Assignee to, String title, String text) {
        Desks.lay(em, now, List.of(Seats.of(to)), caseId, new DeskMessage(jurisdiction, "NOTICE", title, text));
    }

    @Override
    public <P extends Record> void push(Channel<P> channel, P payload) {
        Outbox.push(em, now, jurisdiction, caseId, channel, payload);
    }

    @Override
    public void save(Organisation organisation) {
        directory.save(organisation);
    }

    @Override
    public void save(Person person) {
        directory.save(person);
    }

    @Override
    public void employ(Employment employment) {
        directory.employ(employment);
    }

    @Override
    public void endEmployment(String personId, String organisationId, LocalDate lastDay) {
        directory.endEmployment(personId, organisationId, lastDay);
    }

    @Override
    public void resetPasswords(String organisationId) {
        Caller by = caller.orElseThrow(() -> new IllegalStateException("nobody acts who could reset a password"));
        PasswordResets.ofOrganisation(em, jurisdiction, organisationId, by, now);
    }

    @Override
    public void keep(OldAccount account) {
        OldAccounts.keep(em, jurisdiction, account);
    }

    @Override
    public long next(String sequence) {
        return Sequences.next(em, jurisdiction + ":" + sequence);
    }

    @Override
    public String newId() {
        return Ids.next();
    }
}
