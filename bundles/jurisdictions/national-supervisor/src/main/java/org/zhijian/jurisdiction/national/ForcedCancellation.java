package org.zhijian.jurisdiction.national;

import static org.zhijian.api.chain.DecisionOption.accept;
import static org.zhijian.api.chain.DecisionOption.approve;
import static org.zhijian.api.chain.DecisionOption.reject;
import static org.zhijian.api.form.Fields.choice;
import static org.zhijian.api.form.Fields.longText;
import static org.zhijian.api.form.Fields.record;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.zhijian.api.chain.CaseState;
import org.zhijian.api.chain.Step;
import org.zhijian.api.chain.Withdrawal;
import org.zhijian.api.directory.Person;
import org.zhijian.api.form.FormData;
import org.zhijian.api.form.Option;
import org.zhijian.api.form.Options;
import org.zhijian.api.notice.SmsTemplate;
import org.zhijian.api.procedure.CaseFacts;
import org.zhijian.api.procedure.Changes;
import org.zhijian.api.procedure.Finding;
import org.zhijian.api.procedure.Procedure;
import org.zhijian.api.procedure.Starter;
import org.zhijian.api.procedure.Subject;

/** NS-P03 强制注销: a firm has the registration of somebody ended who works for it no more; the person may object until it is decided. */
final class ForcedCancellation {
    static final String ID = BusinessType.FORCED_CANCELLATION.procedure();

    /** Tells the person of it (NS-I7). */
    static final SmsTemplate TOLD = new SmsTemplate(
            "NS_FORCED_CANCELLATION", "强制注销告知", "{firm}已申请强制注销您的监理工程师注册（注册号{registrationNo}），如有异议请登录系统提出。");

    private ForcedCancellation() {}

    static Procedure procedure() {
        return Procedure.procedure(ID, "强制注销")
                .startedBy(Starter.organisations(Parties.EMPLOYER))
                .saysWhenHandedIn("操作成功")
                .form(
                        record("registrationId", "注册人员", Registration.REGISTRATIONS, new OwnPeople())
                                .required()
                                .missing("请选择注册人员"),
                        longText("reason", "注销原因", 500).required(),
                        choice("proofKind", "附件类型", ProofKind.class).required())
                .attach(Materials.required("attachments", "附件"))
                .subjects(ForcedCancellation::person)
                .guard(
                        ForcedCancellation::standsHere,
                        ForcedCancellation::isTheOnlyOne,
                        ForcedCancellation::objection,
                        ForcedCancellation::ongoingWorks)
                .onSubmitted(ForcedCancellation::begin)
                .chain(
                        Step.step("accept", "受理", Offices.centre())
                                .decisions(accept("受理"), reject("不予受理"))
                                .waiting(CaseState.PENDING, "待审核")
                                .within(5)
                                .then(ForcedCase.now(ForcedStatus.ACCEPTED)),
                        Step.step("review", "审核", Offices.centre())
                                .decisions(approve("审核通过"), reject("不通过"))
                                .waiting(CaseState.ACCEPTED, "已受理")
                                .within(10)
                                .then(ForcedCase.now(ForcedStatus.AWAITING_DECISION)),
                        Step.step("decide", "审批", Offices.ministry())
                                .decisions(approve("通过"), reject("不通过"))
                                .waiting(CaseState.IN_REVIEW, "审核中")
                                .within(10)
                                .then(ForcedCancellation::carryOut, ForcedCase.now(ForcedStatus.GRANTED)))
                .withdrawal(Withdrawal.untilAccepted("部级已受理，无法撤回"))
                .closes(CaseState.CLOSED, "通过")
                .onEnded(ForcedCase::ended)
                .guide("本人对强制注销有异议的，可以在审批之前登录系统提出", "聘用单位与注册监理工程师解除劳动关系，本人不配合办理注销注册的")
                .build();
    }

    /** Those registered at the firm that applies, under their names. */
    private static final class OwnPeople implements Options {
        @Override
        public List<Option> search(CaseFacts facts, String text, int limit) {
            return all(facts)
                    .filter(option -> option.label().contains(text))
                    .limit(limit)
                    .toList();
        }

        @Override
        public Optional<Option> find(CaseFacts facts, String value) {
            return all(facts).filter(option -> option.value().equals(value)).findFirst();
        }

        private static Stream<Option> all(CaseFacts facts) {
            return Registration.validAt(facts, Parties.applicantId(facts)).stream()
                    .map(registration -> new Option(registration.registrationNo(), label(facts, registration)));
        }

        private static String label(CaseFacts facts, Registration registration) {
            String name = facts.directory()
                    .person(registration.person())
                    .map(Person::name)
                    .orElse("");
            return name + "　注册号" + registration.registrationNo();
        }
    }

    /** The form of a cancellation of this registration. */
    static FormData of(Registration registration, CaseFacts facts) {
        return FormData.EMPTY.with("registrationId", registration.registrationNo());
    }

    static Optional<Registration> registration(CaseFacts facts) {
        return facts.registers()
                .of(Registration.REGISTRATIONS)
                .find(facts.form().text("registrationId"));
    }

    /** The person, so that nothing else happens to the registration meanwhile. */
    private static Set<Subject> person(CaseFacts facts) {
        return registration(facts)
                .map(registration -> Set.of(Subject.person(registration.person())))
                .orElse(Set.of());
    }

    /** NS-R10. Only somebody who is registered at the firm that applies. */
    private static List<Finding> standsHere(CaseFacts facts) {
        return registration(facts)
                .filter(registration ->
                        !registration.isAlive() || !registration.organisation().equals(Parties.applicantId(facts)))
                .map(registration -> List.of(Finding.error("NS-R10", "registrationId", "该人员不是本单位的已注册人员")))
                .orElse(Finding.none());
    }

    /** NS-R08, NS-R10. */
    private static List<Finding> isTheOnlyOne(CaseFacts facts) {
        Optional<Registration> registration = registration(facts);
        boolean twice = registration.stream()
                .flatMap(found -> facts.otherOpenCases(Subject.person(found.person())).stream())
                .anyMatch(other -> other.procedureId().equals(ID));
        return twice
                ? List.of(Finding.error("NS-R10", "registrationId", "该人员已有待审核的强制注销申请"))
                : registration
                        .map(found -> RegistrationRules.nothingElseIsOpen(facts, found.person()))
                        .orElse(Finding.none());
    }

    private static List<Finding> ongoingWorks(CaseFacts facts) {
        return registration(facts)
                .map(found -> OngoingWorks.warnings(facts, found.person(), "registrationId"))
                .orElse(Finding.none());
    }

    /** What the person says against it, before the reviewers' eyes. */
    private static List<Finding> objection(CaseFacts facts) {
        return facts.registers()
                .of(ForcedCase.CASES)
                .find(facts.number())
                .filter(known -> !known.objection().isEmpty())
                .map(known -> List.of(Finding.warning(
                        "NS-P03",
                        "registrationId",
                        "本人异议（" + known.objectedOn().map(Object::toString).orElse("") + "）：" + known.objection())))
                .orElse(Finding.none());
    }

    private static void begin(CaseFacts facts, Changes changes) {
        Registration registration = registration(facts).orElseThrow();
        changes.of(ForcedCase.CASES)
                .save(new ForcedCase(
                        facts.number(),
                        registration.person(),
                        registration.registrationNo(),
                        registration.organisation(),
                        facts.form().text("reason"),
                        Codes.find(ProofKind.class, facts.form().text("proofKind"))
                                .orElse(ProofKind.OTHER),
                        facts.today(),
                        ForcedStatus.PENDING,
                        "",
                        Optional.empty()));
        changes.sms(
                facts.directory()
                        .person(registration.person())
                        .map(Person::mobile)
                        .orElse(""),
                TOLD,
                Map.of("firm", Parties.applicant(facts).name(), "registrationNo", registration.registrationNo()));
    }

    private static void carryOut(CaseFacts facts, Changes changes) {
        Registration registration = registration(facts).orElseThrow();
        Book book = Book.of(facts, changes);
        CancellationRegistration.end(
                book,
                registration,
                BusinessType.FORCED_CANCELLATION,
                "强制注销：" + facts.form().text("reason"));
        Notices.announce(book, BusinessType.FORCED_CANCELLATION, registration.in(RegistrationStatus.CANCELLED));
    }
}
