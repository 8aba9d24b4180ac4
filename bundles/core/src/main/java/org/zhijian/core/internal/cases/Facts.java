package org.zhijian.core.internal.cases;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
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
 * The facts of one transaction; what is costly to know is looked up when it is asked for.
 *
 * @param organisationId the organisation that applies, blank for none
 * @param personId the person who applies, blank for none
 */
record Facts(
        Moment moment,
        LocalDate today,
        String number,
        String organisationId,
        String personId,
        Optional<String> applicantOffice,
        FormData form,
        Function<String, FormData> stepForms,
        Function<String, List<String>> fileNames,
        Directory directory,
        Registers registers,
        Function<Subject, List<OpenCase>> openCases,
        Inquiries inquiries,
        Optional<Judgement> judgement)
        implements CaseFacts {

    @Override
    public Optional<Organisation> applicant() {
        return organisationId.isBlank() ? Optional.empty() : directory.organisation(organisationId);
    }

    @Override
    public Optional<Person> applicantPerson() {
        return personId.isBlank() ? Optional.empty() : directory.person(personId);
    }

    @Override
    public FormData stepForm(String stepId) {
        return stepForms.apply(stepId);
    }

    @Override
    public List<String> attachments(String slotId) {
        return fileNames.apply(slotId);
    }

    @Override
    public List<OpenCase> otherOpenCases(Subject subject) {
        return openCases.apply(subject);
    }

    @Override
    public <A extends Record> Answers<A> ask(Query<A> query, String personId) {
        return inquiries.ask(query, personId);
    }
}
