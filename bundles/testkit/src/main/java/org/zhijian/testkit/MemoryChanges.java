package org.zhijian.testkit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
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
import org.zhijian.api.registration.OldAccount;

/** Changes to a world in memory, done at once. Not thread-safe. */
public final class MemoryChanges implements Changes {
    private final MemoryDirectory directory;
    private final MemoryRegisters registers;
    private final List<Announcement> announcements = new ArrayList<>();
    private final List<SentSms> messages = new ArrayList<>();
    private final List<Told> told = new ArrayList<>();
    private final List<Pushed> pushes = new ArrayList<>();
    private final Map<String, Long> sequences = new HashMap<>();
    private final List<String> resets = new ArrayList<>();
    private final Map<String, OldAccount> oldAccounts = new HashMap<>();
    private int ids;

    /** An SMS as its reader sees it. */
    public record SentSms(String mobile, String templateId, String text) {}

    /** A message as its reader finds it in the desk. */
    public record Told(Assignee to, String title, String text) {}

    /** What has been pushed into a channel. */
    public record Pushed(String channelId, String key, Record payload) {}

    MemoryChanges(MemoryDirectory directory, MemoryRegisters registers) {
        this.directory = directory;
        this.registers = registers;
    }

    @Override
    public <R extends Record> MemoryRegister<R> of(Register<R> register) {
        return registers.of(register);
    }

    @Override
    public void announce(Announcement announcement) {
        announcements.add(announcement);
    }

    @Override
    public void sms(String mobile, SmsTemplate template, Map<String, String> values) {
        String text = template.render(values);
        if (!mobile.isBlank()) {
            messages.add(new SentSms(mobile, template.id(), text));
        }
    }

    @Override
    public void tell(Assignee to, String title, String text) {
        told.add(new Told(to, title, text));
    }

    @Override
    public <P extends Record> void push(Channel<P> channel, P payload) {
        Pushed pushed = new Pushed(channel.id(), channel.once().apply(payload), payload);
        boolean known = pushes.stream()
                .anyMatch(other -> other.channelId().equals(pushed.channelId())
                        && other.key().equals(pushed.key()));
        if (!known) {
            pushes.add(pushed);
        }
    }

    @Override
    public void save(Organisation organisation) {
        directory.put(organisation);
    }

    @Override
    public void save(Person person) {
        directory.put(person);
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
        resets.add(organisationId);
    }

    @Override
    public void keep(OldAccount account) {
        oldAccounts.put(account.code(), account);
    }

    /** By what an organisation was known to a system that went before, by its code. */
    public Optional<OldAccount> oldAccount(String code) {
        return Optional.ofNullable(oldAccounts.get(code));
    }

    @Override
    public long next(String sequence) {
        return sequences.merge(sequence, 1L, Long::sum);
    }

    @Override
    public String newId() {
        ids++;
        return "new-" + ids;
    }

    /** What has been announced, in this order. */
    public List<Announcement> announcements() {
        return List.copyOf(announcements);
    }

    /** The SMS that have been sent, in this order. */
    public List<SentSms> messages() {
        return List.copyOf(messages);
    }

    /** What has been laid into desks, in this order. */
    public List<Told> told() {
        return List.copyOf(told);
    }

    /** The organisations whose passwords have been reset, in this order. */
    public List<String> resets() {
        return List.copyOf(resets);
    }

    /** What has been pushed to agencies, in this order, each key once. */
    public List<Pushed> pushes() {
        return List.copyOf(pushes);
    }
}
