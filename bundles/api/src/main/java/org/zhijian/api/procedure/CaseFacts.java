package org.zhijian.api.procedure;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.zhijian.api.chain.CaseState;
import org.zhijian.api.chain.Decision;
import org.zhijian.api.directory.Directory;
import org.zhijian.api.directory.Organisation;
import org.zhijian.api.directory.Person;
import org.zhijian.api.form.FormData;
import org.zhijian.api.query.Answers;
import org.zhijian.api.query.Query;
import org.zhijian.api.register.Registers;

/**
 * A case and the world around it, as rules, routings and effects see them: everything of one transaction. Not thread-safe, not to be kept.
 */
@ProviderType
public interface CaseFacts {

    /** When the question is asked. */
    enum Moment {
        /** Somebody asks whether the matter may be started at all; the form is empty. */
        OFFERING,
        /** A form is being filled in. */
        FILLING,
        /** The applicant submits. */
        SUBMITTING,
        /** A decision is being made. */
        DECIDING
    }

    /** Another case that has been submitted and has not ended. */
    record OpenCase(String number, String procedureId, CaseState state, FormData form) {}

    /** The decision that is being made. */
    record Judgement(String stepId, Decision decision, String opinion, FormData form) {}

    Moment moment();

    LocalDate today();

    /** Number of the case; blank before there is one. */
    String number();

    /** The organisation that applies, empty if a person or an office started the case. */
    Optional<Organisation> applicant();

    /** The natural person who applies. */
    Optional<Person> applicantPerson();

    /** The office that started the case. */
    Optional<String> applicantOffice();

    /** The applicant's form. */
    FormData form();

    /** What the actor of a step filled in last; empty data if the step has not been taken. With several actors, the last one's. */
    FormData stepForm(String stepId);

    /** File names in a slot, in order. */
    List<String> attachments(String slotId);

    Directory directory();

    Registers registers();

    /** Other cases under way, of this jurisdiction, with the same subject. */
    List<OpenCase> otherOpenCases(Subject subject);

    /** What all jurisdictions together know about a person in answer to a question. Several people may be asked about, one after the other. */
    <A extends Record> Answers<A> ask(Query<A> query, String personId);

    /** The decision that is being made, at {@link Moment#DECIDING}. */
    Optional<Judgement> judgement();
}
