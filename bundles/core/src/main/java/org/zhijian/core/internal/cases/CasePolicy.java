package org.zhijian.core.internal.cases;

import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.zhijian.api.Descriptor;
import org.zhijian.api.chain.Assignee;
import org.zhijian.api.chain.CaseState;
import org.zhijian.api.chain.Corrector;
import org.zhijian.api.chain.Decision;
import org.zhijian.api.chain.Withdrawal;
import org.zhijian.api.directory.Organisation;
import org.zhijian.api.procedure.Starter;
import org.zhijian.core.access.Caller;
import org.zhijian.core.cases.CaseView.Act;
import org.zhijian.core.internal.store.entity.AccountEntity;
import org.zhijian.core.internal.store.entity.AttachmentEntity;
import org.zhijian.core.internal.store.entity.CaseEntity;
import org.zhijian.core.internal.store.entity.TaskEntity;
import org.zhijian.core.internal.store.entity.TaskState;

/** Who may see and do what with cases. Everything that is not allowed here is refused. Pure functions. */
public final class CasePolicy {
    /** What stands in place of a decision where a task was handed over to another office. */
    static final String HAND_OVER = "HAND_OVER";

    private CasePolicy() {}

    /** True if the caller's kind of account may start this. {@code types} are the types of its organisation. */
    /** The types in which the caller acts: its login's own, where each type has one, else all of its organisation. */
    public static Set<String> types(EntityManager em, Caller caller, Optional<Organisation> organisation) {
        Set<String> all = organisation.map(Organisation::types).orElse(Set.of());
        if (all.size() < 2) {
            return all;
        }
        String own = Optional.ofNullable(em.find(AccountEntity.class, caller.accountId()))
                .map(AccountEntity::organisationType)
                .orElse("");
        return own.isBlank() ? all : all.contains(own) ? Set.of(own) : Set.of();
    }

    public static boolean mayStart(Starter starter, Caller caller, Set<String> types) {
        return switch (starter.kind()) {
            case ORGANISATION ->
                caller.kind() == Caller.Kind.ORGANISATION
                        && starter.ids().stream().anyMatch(types::contains);
            case PERSON -> caller.kind() == Caller.Kind.PERSON;
            case ANYONE -> false;
            case OFFICE ->
                caller.kind() == Caller.Kind.OFFICE && starter.ids().stream().anyMatch(caller.offices()::contains);
        };
    }

    static boolean isApplicant(CaseEntity entity, Caller caller) {
        if (!caller.jurisdiction().equals(entity.jurisdiction())) {
            return false;
        }
        return switch (Caller.Kind.valueOf(entity.applicantKind())) {
            case ORGANISATION -> entity.applicantId().equals(caller.organisationId());
            case PERSON -> entity.applicantId().equals(caller.personId());
            case OFFICE -> caller.offices().contains(entity.applicantId());
            default -> false;
        };
    }

    /** The jurisdictions of which the caller sees everything but drafts. */
    public static boolean oversees(Optional<Descriptor> descriptor, Caller caller) {
        return caller.kind() == Caller.Kind.OFFICE
                && descriptor.stream()
                        .filter(d -> d.id().equals(caller.jurisdiction()))
                        .flatMap(d -> d.offices().stream())
                        .anyMatch(
                                office -> office.oversees() && caller.offices().contains(office.id()));
    }

    static Assignee assignee(TaskEntity task) {
        return new Assignee(Assignee.Kind.valueOf(task.assigneeKind()), task.assigneeId());
    }

    /** True if the task is, or was, the caller's. */
    static boolean isMine(TaskEntity task, Caller caller) {
        return task.jurisdiction().equals(caller.jurisdiction())
                && caller.seats().contains(assignee(task));
    }

    static boolean maySee(
            CaseEntity entity, Collection<TaskEntity> tasks, Optional<Descriptor> descriptor, Caller caller) {
        return isApplicant(entity, caller)
                || tasks.stream().anyMatch(task -> isMine(task, caller))
                || entity.state() != CaseState.DRAFT
                        && entity.jurisdiction().equals(caller.jurisdiction())
                        && oversees(descriptor, caller);
    }

    /**
     * True if a caller who may see the case may see this of its materials: a party does not see what another party brought to the same step,
     * before it or after it, as where the applicant has named another firm.
     */
    static boolean maySee(AttachmentEntity attachment, CaseEntity entity, Collection<TaskEntity> tasks, Caller caller) {
        if (attachment.step() == null || caller.kind() == Caller.Kind.OFFICE || isApplicant(entity, caller)) {
            return true;
        }
        List<TaskEntity> mine = tasks.stream()
                .filter(task -> task.step().equals(attachment.step()) && isMine(task, caller))
                .toList();
        return mine.isEmpty() || mine.stream().anyMatch(task -> task.round() == attachment.round());
    }

    /** True if this account decided an earlier step of the round at another office, which only some steps allow (APR-05). */
    static Optional<TaskEntity> decidedBefore(TaskEntity task, List<TaskEntity> tasks, Caller caller) {
        return tasks.stream()
                .filter(before -> before.state() == TaskState.DONE && before.round() == task.round())
                .filter(before -> before.assigneeKind().equals(Assignee.Kind.OFFICE.name()))
                .filter(before -> !before.step().equals(task.step()))
                .max(Comparator.comparing(TaskEntity::decidedAt))
                .filter(before -> caller.accountId().equals(before.decidedBy()))
                .filter(before -> !before.assigneeId().equals(task.assigneeId()));
    }

    /** What the caller may do with the case as its applicant. */
    static Set<Act> acts(CaseEntity entity, List<TaskEntity> tasks, Withdrawal withdrawal, Caller caller) {
        Set<Act> acts = EnumSet.noneOf(Act.class);
        if (!isApplicant(entity, caller)) {
            return acts;
        }
        if (isEditable(entity)) {
            acts.add(Act.EDIT);
            acts.add(Act.SUBMIT);
        }
        if (entity.state() == CaseState.DRAFT) {
            acts.add(Act.DELETE);
        } else if (mayWithdraw(entity, tasks, withdrawal)) {
            acts.add(Act.WITHDRAW);
        }
        return acts;
    }

    /** True while the applicant fills in or corrects. */
    static boolean isEditable(CaseEntity entity) {
        return entity.state() == CaseState.DRAFT
                || entity.state() == CaseState.TO_MODIFY && Corrector.APPLICANT.equals(entity.corrector());
    }

    /** A case that has come back to its applicant may be given up, unless the matter lets nobody take it back at all. */
    static boolean mayWithdraw(CaseEntity entity, List<TaskEntity> tasks, Withdrawal withdrawal) {
        if (!entity.state().isUnderWay() || entity.state() == CaseState.APPROVED) {
            return false;
        }
        if (isEditable(entity)) {
            return withdrawal.until() != Withdrawal.Until.NEVER;
        }
        List<TaskEntity> decided =
                tasks.stream().filter(task -> task.state() == TaskState.DONE).toList();
        return switch (withdrawal.until()) {
            case NEVER -> false;
            case ANY_TIME -> true;
            case FIRST_DECISION -> decided.isEmpty();
            case ACCEPTANCE -> decided.stream().noneMatch(task -> decision(task) == Decision.ACCEPT);
            case STEP_DONE ->
                decided.stream()
                        .noneMatch(task -> task.step().equals(withdrawal.stepId())
                                && decision(task).outcome() == Decision.Outcome.ADVANCE);
        };
    }

    /** True if another office has got the task in its place. */
    static boolean wasHandedOver(TaskEntity task) {
        return task.state() == TaskState.VOID && HAND_OVER.equals(task.decision());
    }

    static Decision decision(TaskEntity task) {
        return Decision.valueOf(task.decision());
    }
}
