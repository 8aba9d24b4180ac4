package org.zhijian.testkit;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.zhijian.api.directory.Directory;
import org.zhijian.api.form.FormData;
import org.zhijian.api.intake.Intake;
import org.zhijian.api.intake.IntakeFacts;
import org.zhijian.api.procedure.Finding;
import org.zhijian.api.query.Answers;
import org.zhijian.api.query.Query;
import org.zhijian.api.register.Registers;

/** A message of another system in a world in memory. It checks no form; rules and effects run as the core would run them. */
public final class TestMessage implements IntakeFacts {
    private final TestWorld world;
    private final TestFacts facts;
    private final FormData message;
    private final int attempt;

    private TestMessage(TestWorld world, TestFacts facts, FormData message, int attempt) {
        this.world = Objects.requireNonNull(world);
        this.facts = Objects.requireNonNull(facts);
        this.message = Objects.requireNonNull(message);
        this.attempt = attempt;
    }

    /** A message of {@link TestFacts#TODAY} that is judged for the first time. */
    public static TestMessage of(TestWorld world, Map<String, Object> message) {
        return new TestMessage(world, world.facts(), new FormData(message), 1);
    }

    /** The same message on this day. */
    public TestMessage today(LocalDate day) {
        facts.today(day);
        return this;
    }

    /** What the other jurisdictions say to a question about this person; what is not set here, nobody answers. */
    public <A extends Record> TestMessage answering(Query<A> query, String personId, List<A> found) {
        facts.answering(query, personId, found);
        return this;
    }

    /** Another message, with another value in this field; null takes it away. */
    public TestMessage with(String field, Object value) {
        return new TestMessage(world, facts, message.with(field, value), attempt);
    }

    /** The same message, judged once more. */
    public TestMessage again() {
        return new TestMessage(world, facts, message, attempt + 1);
    }

    /**
     * Judges the message and does what follows.
     *
     * @return why it went to quarantine; empty if it was accepted
     */
    public List<Finding> pushInto(Intake channel) {
        List<Finding> errors = channel.rules().stream()
                .flatMap(rule -> rule.check(this).stream())
                .filter(Finding::isError)
                .toList();
        if (errors.isEmpty()) {
            channel.accepted().forEach(effect -> effect.apply(this, world.changes()));
        } else {
            channel.refused().forEach(effect -> effect.apply(this, errors, world.changes()));
        }
        return errors;
    }

    @Override
    public LocalDate today() {
        return facts.today();
    }

    @Override
    public FormData message() {
        return message;
    }

    @Override
    public String receiptId() {
        return "receipt-1";
    }

    @Override
    public String sender() {
        return "demo-agency";
    }

    @Override
    public int attempt() {
        return attempt;
    }

    @Override
    public Directory directory() {
        return world.directory();
    }

    @Override
    public Registers registers() {
        return world.registers();
    }

    @Override
    public <A extends Record> Answers<A> ask(Query<A> query, String personId) {
        return facts.ask(query, personId);
    }
}
