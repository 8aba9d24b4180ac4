package org.zhijian.jurisdiction.national;

import static org.zhijian.api.form.Fields.choice;
import static org.zhijian.api.form.Fields.date;
import static org.zhijian.api.form.Fields.idNumber;
import static org.zhijian.api.form.Fields.longText;
import static org.zhijian.api.form.Fields.pastDate;
import static org.zhijian.api.form.Fields.text;
import static org.zhijian.api.form.Fields.uscc;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.zhijian.api.directory.Organisation;
import org.zhijian.api.directory.Person;
import org.zhijian.api.form.Form;
import org.zhijian.api.form.FormData;
import org.zhijian.api.intake.Intake;
import org.zhijian.api.intake.IntakeFacts;
import org.zhijian.api.notice.Mask;
import org.zhijian.api.procedure.Changes;
import org.zhijian.api.procedure.Finding;
import org.zhijian.api.procedure.Subject;
import org.zhijian.api.register.Column;
import org.zhijian.api.register.Column.Refers;
import org.zhijian.api.register.Register;
import org.zhijian.api.register.StatusMachine;

/**
 * 行政处罚台账 (NS-P08): penalties that other authorities tell of (NS-I3).
 *
 * @param organisation the firm at that time
 * @param publicTo last day on which it is made public; empty for ever
 */
record Penalty(
        @Column(value = "编号", key = true) String penaltyNo,
        @Column(value = "姓名", index = true, refers = Refers.PERSON, owner = true, mask = Mask.NAME) String person,
        @Column(value = "所在企业", index = true, refers = Refers.ORGANISATION, owner = true) String organisation,
        @Column(value = "处罚文号", index = true) String documentNo,
        @Column(value = "处罚机关", index = true) String authority,
        @Column(value = "处罚种类", index = true) PenaltyKind kind,
        @Column("处罚内容") String content,
        @Column(value = "处罚日期", index = true) LocalDate decidedOn,
        @Column("公示截止日期") Optional<LocalDate> publicTo,
        @Column(value = "状态", index = true, status = true) PenaltyStatus status) {

    static final Register<Penalty> PENALTIES = Register.register("penalties", "行政处罚", Penalty.class)
            .statuses(StatusMachine.beginningWith(PenaltyStatus.PUBLIC).allow(PenaltyStatus.PUBLIC, PenaltyStatus.OVER))
            .onDay("publicationOver", "公示期满", Penalty::dayAfter, (penalty, facts, changes) -> changes.of(
                            Penalty.PENALTIES)
                    .save(penalty.over()));

    /** NS-I3. One message for each document of an authority. */
    static final Intake INTAKE = Intake.channel(
                    "penalties",
                    "行政处罚接收",
                    Form.of(
                            text("documentNo", "处罚文号", 100).required(),
                            text("authority", "处罚机关", 100).required(),
                            idNumber("idNo", "身份证号").required(),
                            uscc("orgUscc", "所在企业统一社会信用代码"),
                            choice("kind", "处罚种类", PenaltyKind.class).required(),
                            longText("content", "处罚内容", 2000).required(),
                            pastDate("decidedOn", "处罚日期").required(),
                            date("publicTo", "公示截止日期")),
                    "authority",
                    "documentNo")
            .about(Penalty::subjects)
            .rules(Penalty::personIsKnown)
            .then(Penalty::receive);

    private Optional<LocalDate> dayAfter() {
        return status == PenaltyStatus.PUBLIC ? publicTo.map(day -> day.plusDays(1)) : Optional.empty();
    }

    private Penalty over() {
        return new Penalty(
                penaltyNo,
                person,
                organisation,
                documentNo,
                authority,
                kind,
                content,
                decidedOn,
                publicTo,
                PenaltyStatus.OVER);
    }

    private static Optional<Person> person(IntakeFacts facts) {
        return facts.directory()
                .personByIdNumber(Person.IdType.ID, facts.message().text("idNo"));
    }

    private static Set<Subject> subjects(IntakeFacts facts) {
        return person(facts).map(person -> Set.of(Subject.person(person.id()))).orElse(Set.of());
    }

    private static List<Finding> personIsKnown(IntakeFacts facts) {
        return person(facts).isPresent() ? Finding.none() : List.of(Finding.error("NS-P08", "idNo", "没有该身份证号对应的人员"));
    }

    private static void receive(IntakeFacts facts, Changes changes) {
        FormData message = facts.message();
        Person person = person(facts).orElseThrow();
        Optional<Registration> registered =
                facts.registers().of(Registration.REGISTRATIONS).where("person", person.id()).stream()
                        .filter(Registration::isAlive)
                        .findFirst();
        Penalty penalty = new Penalty(
                "CF%06d".formatted(changes.next("penalty")),
                person.id(),
                firm(facts, registered),
                message.text("documentNo"),
                message.text("authority"),
                Codes.find(PenaltyKind.class, message.text("kind")).orElseThrow(),
                message.text("content"),
                message.day("decidedOn").orElse(facts.today()),
                message.day("publicTo"),
                PenaltyStatus.PUBLIC);
        changes.of(PENALTIES).save(penalty);
        registered.ifPresent(registration -> penalty.fallsUpon(registration, facts, changes));
    }

    private static String firm(IntakeFacts facts, Optional<Registration> registered) {
        return facts.directory()
                .organisationByCode(facts.message().text("orgUscc"), "")
                .map(Organisation::id)
                .or(() -> registered.map(Registration::organisation))
                .orElse("");
    }

    /** 吊销 ends a registration, 暂停执业 halts it. */
    private void fallsUpon(Registration registration, IntakeFacts facts, Changes changes) {
        Book book = new Book(facts.directory(), changes, facts.today(), "");
        if (kind == PenaltyKind.REVOCATION) {
            book.enter(registration.in(RegistrationStatus.REVOKED), BusinessType.REVOCATION, "吊销：" + documentNo);
            PracticeCertificate.voidAll(changes, registration.registrationNo());
        } else if (kind == PenaltyKind.SUSPENSION) {
            book.enter(registration.suspendedByPenalty(), BusinessType.SUSPENSION, "暂停执业：" + documentNo);
        }
    }
}
