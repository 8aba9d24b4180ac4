package org.zhijian.testkit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zhijian.api.chain.CaseState;
import org.zhijian.api.chain.Decision;
import org.zhijian.api.directory.Directory;
import org.zhijian.api.directory.Organisation;
import org.zhijian.api.directory.Person;
import org.zhijian.api.form.FormData;
import org.zhijian.api.procedure.CaseFacts;
import org.zhijian.api.procedure.Subject;
import org.zhijian.api.query.Answers;
import org.zhijian.api.query.Query;
import org.zhijian.api.register.Registers;

/**
 * A case as a test sets it up, step by step: the methods with an argument set what those without it answer. It begins as an empty form being
 * filled in, on {@link #TODAY}. Not thread-safe.
 */
public final class TestFacts implements CaseFacts {
    /** The day of a case that says nothing else, a Monday. */
    public static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    private final TestWorld world;
    private final Map<String, FormData> stepForms = new HashMap<>();
    private final Map<String, List<String>> attachments = new HashMap<>();
    private final Map<Subject, List<OpenCase>> openCases = new HashMap<>();
    private final Map<String, Answers<?>> answers = new HashMap<>();
    private Moment moment = Moment.FILLING;
    private LocalDate today = TODAY;
    private String number = "TEST-2026-000001";
    private String organisationId = "";
    private String personId = "";
    private String officeId = "";
    private FormData form = FormData.EMPTY;
    private Judgement judgement;

    TestFacts(TestWorld world) {
        this.world = world;
    }

    /** The organisation that applies, by its id. */
    public TestFacts applicant(String id) {
        organisationId = id;
        return this;
    }

    /** The person who applies, by the id. */
    public TestFacts applicantPerson(String id) {
        personId = id;
        return this;
    }

    /** The office that started the case, by its id. */
    public TestFacts applicantOffice(String id) {
        officeId = id;
        return this;
    }

    public TestFacts number(String value) {
        number = value;
        return this;
    }

    public TestFacts today(LocalDate day) {
        today = day;
        return this;
    }

    /** Fills in a field of the applicant's form; null empties it. */
    public TestFacts form(String field, Object value) {
        form = form.with(field, value);
        return this;
    }

    /** Fills in a field of a step's form. */
    public TestFacts stepForm(String stepId, String field, Object value) {
        stepForms.put(stepId, stepForm(stepId).with(field, value));
        return this;
    }

    /** Puts files into a slot, in this order, instead of what was there. */
    public TestFacts attachments(String slotId, String... names) {
        attachments.put(slotId, List.of(names));
        return this;
    }

    /** Another case under way that is about this subject. */
    public TestFacts otherOpenCase(Subject subject, String procedureId, CaseState state) {
        return otherOpenCase(subject, procedureId, state, FormData.EMPTY);
    }

    /** Another case under way that is about this subject, with what is filled in there. */
    public TestFacts otherOpenCase(Subject subject, String procedureId, CaseState state, FormData filledIn) {
        openCases
                .computeIfAbsent(subject, key -> new ArrayList<>())
                .add(new OpenCase("TEST-2026-000099", procedureId, state, filledIn));
        return this;
    }

    /** What the other jurisdictions say to a question about this person; what is not set here, nobody answers. */
    public <A extends Record> TestFacts answering(Query<A> query, String personId, List<A> found) {
        answers.put(query.id() + " " + personId, new Answers<>(found, List.of()));
        return this;
    }

    /** Asks whether the matter may be started. */
    public TestFacts offering() {
        return at(Moment.OFFERING);
    }

    public TestFacts submitting() {
        return at(Moment.SUBMITTING);
    }

    private TestFacts at(Moment value) {
        moment = value;
        judgement = null;
        return this;
    }

    /** A day decides, of no case. */
    public TestFacts deciding() {
        moment = Moment.DECIDING;
        judgement = null;
        return this;
    }

    /** Makes a decision, with what has been filled into the form of its step. */
    public TestFacts deciding(String stepId, Decision decision) {
        return deciding(stepId, decision, "");
    }

    /** Makes a decision with an opinion. */
    public TestFacts deciding(String stepId, Decision decision, String opinion) {
        moment = Moment.DECIDING;
        judgement = new Judgement(stepId, decision, opinion, stepForm(stepId));
        return this;
    }

    @Override
    public Moment moment() {
        return moment;
    }

    @Override
    public LocalDate today() {
        return today;
    }

    @Override
    public String number() {
        return number;
    }

    @Override
    public Optional<Organisation> applicant() {
        return world.directory().organisation(organisationId);
    }

    @Override
    public Optional<Person> applicantPerson() {
        return world.directory().person(personId);
    }

    @Override
    public Optional<String> applicantOffice() {
        return Optional.of(officeId).filter(id -> !id.isEmpty());
    }

    @Override
    public FormData form() {
        return form;
    }

    @Override
    public FormData stepForm(String stepId) {
        return stepForms.getOrDefault(stepId, FormData.EMPTY);
    }

    @Override
    public List<String> attachments(String slotId) {
        return attachments.getOrDefault(slotId, List.of());
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
    public List<OpenCase> otherOpenCases(Subject subject) {
        return List.copyOf(openCases.getOrDefault(subject, List.of()));
    }

    @Override
    @SuppressWarnings("unchecked") // under a question's id stands what was set for that question
    public <A extends Record> Answers<A> ask(Query<A> query, String personId) {
        return (Answers<A>)
                answers.getOrDefault(query.id() + " " + personId, new Answers<A>(List.of(), List.of(query.title())));
    }

    @Override
    public Optional<Judgement> judgement() {
        return Optional.ofNullable(judgement);
    }
}
