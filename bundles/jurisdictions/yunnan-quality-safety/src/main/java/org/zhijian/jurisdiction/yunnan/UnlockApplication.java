package org.zhijian.jurisdiction.yunnan;

import static org.zhijian.api.form.Fields.date;
import static org.zhijian.api.form.Fields.entry;
import static org.zhijian.api.form.Fields.longText;
import static org.zhijian.api.form.Fields.records;
import static org.zhijian.api.form.Fields.text;
import static org.zhijian.jurisdiction.yunnan.PersonLock.LOCKS;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.zhijian.api.chain.CaseState;
import org.zhijian.api.chain.Withdrawal;
import org.zhijian.api.directory.Person;
import org.zhijian.api.form.FormData;
import org.zhijian.api.form.Option;
import org.zhijian.api.form.Options;
import org.zhijian.api.form.Slot;
import org.zhijian.api.procedure.CaseFacts;
import org.zhijian.api.procedure.Changes;
import org.zhijian.api.procedure.Finding;
import org.zhijian.api.procedure.Procedure;
import org.zhijian.api.procedure.Starter;
import org.zhijian.api.procedure.Subject;
import org.zhijian.api.register.Dictionary;

/** YN-P03 人员解锁申请: a firm asks that locked people may take on other works (用户操作手册 2.2.1.1). */
final class UnlockApplication {
    static final String ID = "personnel-unlock";
    private static final String SOURCE = "用户操作手册 2.2.1.1";
    private static final int MOST = 50;

    static final String REASONS_ID = "unlock-reasons";

    /** Why people are to be unlocked. The manual has no list of its own; the department edits it. */
    static final Dictionary REASONS = Dictionary.dictionary(
            REASONS_ID,
            "解锁情形",
            new Option("ACCEPTED", "工程已竣工验收"),
            new Option("CONTRACT_ENDED", "合同解除"),
            new Option("STOPPED", "停工超过120天经建设单位同意"),
            new Option("LOCKED_BY_MISTAKE", "锁定有误"),
            new Option("LEFT", "人员离职/身故"),
            new Option("OTHER", "其他"));

    private UnlockApplication() {}

    static Procedure procedure() {
        return Procedure.procedure(ID, "人员解锁申请")
                .startedBy(Starter.organisations(PartyRole.CONTRACTOR.name(), PartyRole.SUPERVISOR.name()))
                .form(
                        records("lockIds", "锁定人员", LOCKS, ownLocks())
                                .required()
                                .missing("请选择锁定人员")
                                .hint("可以选择同一工程的多名人员"),
                        text("worksName", "工程名称", 200).readOnlyField(),
                        text("posts", "岗位", 200).readOnlyField(),
                        text("lockedOn", "锁定时间", 200).readOnlyField(),
                        text("certNos", "证书编号", 500).readOnlyField(),
                        entry("reasonKind", "解锁情形", REASONS).required(),
                        longText("reason", "解锁理由", 500).required(),
                        date("effectiveDate", "拟解锁日期"))
                .attach(
                        Slot.scan("application", "建设工程项目人员解锁申请表"),
                        Slot.scan("proof", "其他证明").optional().count(1, 10))
                .known(UnlockApplication::known)
                .listed("lockIds", "worksName", "reasonKind")
                .words("未上报", "确定", "上报")
                .subjects(UnlockApplication::subjects)
                .guard(
                        UnlockApplication::areOfOneWorks,
                        UnlockApplication::areStillLocked,
                        UnlockApplication::haveNoOtherMatter)
                .onSubmitted((facts, changes) -> UnlockRecord.keep(facts, changes, MatterStatus.PENDING))
                .onReturned((facts, changes) -> UnlockRecord.keep(facts, changes, MatterStatus.RETURNED))
                .onEnded((facts, changes) -> UnlockRecord.keep(facts, changes, MatterStatus.WITHDRAWN))
                .chain(Parties.eitherOffice(UnlockApplication::works).then(UnlockApplication::unlock))
                .closes(CaseState.CLOSED, "办结")
                .withdrawal(Withdrawal.untilFirstDecision().toDraft())
                .guide("", "锁定人员为本单位人员", "由添加锁定的工程的主管部门或监督机构审核，任一方审核通过后自动解锁")
                .build();
    }

    /** The locks that the form names. */
    static List<PersonLock> locks(CaseFacts facts) {
        return facts.form().list("lockIds").stream()
                .flatMap(no -> facts.registers().of(LOCKS).find(no).stream())
                .toList();
    }

    /** The works that added the locks: the first one's, while the form still names several. */
    private static Optional<Works> works(CaseFacts facts) {
        return locks(facts).stream()
                .findFirst()
                .flatMap(lock -> facts.registers().of(Works.WORKS).find(lock.works()));
    }

    /** Open locks of own people are offered; one that has been lifted is still called by its name. */
    private static Options ownLocks() {
        return new Options() {
            @Override
            public List<Option> search(CaseFacts facts, String text, int limit) {
                return PersonLock.openAt(facts.registers().of(LOCKS), Parties.applicantId(facts)).stream()
                        .map(lock -> option(facts, lock))
                        .filter(option -> option.label().contains(text))
                        .limit(limit)
                        .toList();
            }

            @Override
            public Optional<Option> find(CaseFacts facts, String value) {
                return facts.registers()
                        .of(LOCKS)
                        .find(value)
                        .filter(lock -> lock.organisation().equals(Parties.applicantId(facts)))
                        .map(lock -> option(facts, lock));
            }
        };
    }

    private static Option option(CaseFacts facts, PersonLock lock) {
        return new Option(lock.lockNo(), name(facts, lock) + "　" + lock.role().title() + "　" + lock.worksName());
    }

    static String name(CaseFacts facts, PersonLock lock) {
        return facts.directory().person(lock.person()).map(Person::name).orElse("");
    }

    private static FormData known(CaseFacts facts) {
        List<PersonLock> locks = locks(facts);
        return FormData.EMPTY
                .with("worksName", joined(locks, PersonLock::worksName))
                .with("posts", joined(locks, lock -> lock.role().title()))
                .with("lockedOn", joined(locks, lock -> lock.lockedOn().toString()))
                .with("certNos", joined(locks, lock -> String.join("、", lock.certNos())));
    }

    private static String joined(List<PersonLock> locks, Function<PersonLock, String> part) {
        return locks.stream()
                .limit(MOST)
                .map(part)
                .filter(text -> !text.isEmpty())
                .distinct()
                .collect(Collectors.joining("、"));
    }

    private static Set<Subject> subjects(CaseFacts facts) {
        Set<Subject> subjects = new TreeSet<>();
        for (PersonLock lock : locks(facts)) {
            subjects.add(OpenMatters.subject(lock.works()));
            facts.directory().person(lock.person()).ifPresent(person -> {
                subjects.add(Personnel.subject(person));
                subjects.add(Subject.person(person.id()));
            });
        }
        return subjects;
    }

    private static List<Finding> areOfOneWorks(CaseFacts facts) {
        boolean several =
                locks(facts).stream().map(PersonLock::works).distinct().count() > 1;
        return several ? List.of(error("请选择同一工程的锁定人员")) : Finding.none();
    }

    private static List<Finding> areStillLocked(CaseFacts facts) {
        return locks(facts).stream()
                .filter(lock -> !lock.isLocked())
                .map(lock -> error(name(facts, lock) + "未被锁定，无需申请解锁"))
                .toList();
    }

    /** YN-R11. One application at a time for each lock, and none while the person is being replaced. */
    private static List<Finding> haveNoOtherMatter(CaseFacts facts) {
        for (PersonLock lock : locks(facts)) {
            if (OpenMatters.are(facts, Subject.record(LOCKS.id(), lock.lockNo()), Set.of(ID))) {
                return List.of(error("该人员已有待审核的解锁申请"));
            }
            boolean replaced = facts.otherOpenCases(Subject.person(lock.person())).stream()
                    .filter(other -> other.procedureId().equals(Substitution.ID))
                    .anyMatch(other -> other.form().text("beforePersonId").equals(lock.person())
                            && other.form()
                                    .text("changeKind")
                                    .equals(lock.role().name()));
            if (replaced) {
                return List.of(error("该人员已有待审核的变更申请"));
            }
        }
        return Finding.none();
    }

    private static Finding error(String text) {
        return Finding.error("YN-R11", "lockIds", text).restingOn(SOURCE);
    }

    private static void unlock(CaseFacts facts, Changes changes) {
        Personnel personnel = new Personnel(changes, facts.today());
        locks(facts).forEach(personnel::unlock);
        UnlockRecord.keep(facts, changes, MatterStatus.CLOSED);
    }
}
