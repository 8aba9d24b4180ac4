package org.zhijian.core.internal.form;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.zhijian.api.directory.Directory;
import org.zhijian.api.directory.Office;
import org.zhijian.api.directory.Organisation;
import org.zhijian.api.directory.Person;
import org.zhijian.api.form.FormData;
import org.zhijian.api.procedure.CaseFacts;
import org.zhijian.api.procedure.Subject;
import org.zhijian.api.query.Answers;
import org.zhijian.api.query.Query;
import org.zhijian.api.register.Registers;

/** A small world on 20 November 2026: one applicant, one of its people, and one of somebody else's. */
final class SampleFacts implements CaseFacts {
    static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    static final Organisation APPLICANT = organisation("org-own", "南京示例检测中心有限公司", "TESTING_ORG");
    static final Organisation BUILDER = organisation("org-builder", "无锡示例建筑工程有限公司", "BUILDER");
    static final Person OWN = person("person-own", "韩示双", "320102199003070114");
    static final Person FOREIGN = person("person-foreign", "杨样单", "320211198805120025");

    private static Organisation organisation(String id, String name, String type) {
        return new Organisation(id, name, "", "", Set.of(type), "320100", "", "", "");
    }

    private static Person person(String id, String name, String idNumber) {
        return new Person(id, name, Person.IdType.ID, idNumber, "");
    }

    @Override
    public Moment moment() {
        return Moment.FILLING;
    }

    @Override
    public LocalDate today() {
        return TODAY;
    }

    @Override
    public String number() {
        return "";
    }

    @Override
    public Optional<Organisation> applicant() {
        return Optional.of(APPLICANT);
    }

    @Override
    public Optional<Person> applicantPerson() {
        return Optional.empty();
    }

    @Override
    public Optional<String> applicantOffice() {
        return Optional.empty();
    }

    @Override
    public FormData form() {
        return FormData.EMPTY;
    }

    @Override
    public FormData stepForm(String stepId) {
        return FormData.EMPTY;
    }

    @Override
    public List<String> attachments(String slotId) {
        return List.of();
    }

    @Override
    public Directory directory() {
        return new SampleDirectory();
    }

    @Override
    public Registers registers() {
        throw new UnsupportedOperationException("no form of these tests looks into a register");
    }

    @Override
    public List<OpenCase> otherOpenCases(Subject subject) {
        return List.of();
    }

    @Override
    public <A extends Record> Answers<A> ask(Query<A> query, String personId) {
        return new Answers<>(List.of(), List.of(query.title()));
    }

    @Override
    public Optional<Judgement> judgement() {
        return Optional.empty();
    }

    /** Knows the two organisations and the two people. */
    private static final class SampleDirectory implements Directory {
        @Override
        public Optional<Organisation> organisation(String id) {
            return List.of(APPLICANT, BUILDER).stream()
                    .filter(organisation -> organisation.id().equals(id))
                    .findFirst();
        }

        @Override
        public Optional<Person> person(String id) {
            return List.of(OWN, FOREIGN).stream()
                    .filter(person -> person.id().equals(id))
                    .findFirst();
        }

        @Override
        public Optional<Office> office(String id) {
            return Optional.empty();
        }

        @Override
        public Optional<Person> personByIdNumber(Person.IdType type, String idNumber) {
            return Optional.empty();
        }

        @Override
        public Optional<Organisation> organisationByCode(String uscc, String orgCode) {
            return Optional.empty();
        }

        @Override
        public Optional<Organisation> organisationByName(String name) {
            return Optional.empty();
        }

        @Override
        public List<Organisation> organisations(String type, String nameContains, int limit) {
            return List.of();
        }

        @Override
        public List<Person> staff(String organisationId, String nameContains, int limit) {
            return List.of();
        }

        @Override
        public List<Organisation> employers(String personId) {
            return List.of();
        }

        @Override
        public boolean employs(String organisationId, String personId) {
            return organisationId.equals(APPLICANT.id()) && personId.equals(OWN.id());
        }
    }
}
