package org.zhijian.core.internal.cases;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zhijian.api.chain.Assignee;
import org.zhijian.api.notice.CaseMessage;
import org.zhijian.api.notice.Occasion;
import org.zhijian.api.notice.SmsTemplate;
import org.zhijian.api.procedure.CaseFacts.Judgement;
import org.zhijian.api.procedure.CaseFacts.Moment;
import org.zhijian.api.procedure.Procedure;
import org.zhijian.core.access.Caller;
import org.zhijian.core.events.Events.Kind;
import org.zhijian.core.internal.events.Feed;
import org.zhijian.core.internal.modules.ModuleCode;
import org.zhijian.core.internal.notices.DeskMessage;
import org.zhijian.core.internal.notices.Desks;
import org.zhijian.core.internal.notices.Seats;
import org.zhijian.core.internal.outbox.Outbox;
import org.zhijian.core.internal.settings.Time;
import org.zhijian.core.internal.store.entity.CaseEntity;
import org.zhijian.core.internal.store.entity.TaskEntity;
import org.zhijian.core.internal.store.entity.TaskState;

/**
 * Tells whom it concerns what has happened to a case (NOT-02): whoever has to act now, the applicant, the mobiles that the procedure names, and
 * the agencies that follow the feed. It is called when the act is done, in the act's transaction. Not thread-safe.
 */
public final class CaseNews {
    private static final String TASK = "TASK";
    private static final int OPINION_LENGTH = 500;

    private final EntityManager em;
    private final Instant now;
    private final Procedure procedure;
    private final CaseEntity entity;
    private final FactsFinder facts;

    CaseNews(EntityManager em, Instant now, Procedure procedure, CaseEntity entity, FactsFinder facts) {
        this.em = em;
        this.now = now;
        this.procedure = procedure;
        this.entity = entity;
        this.facts = facts;
    }

    /** The applicant handed it in. */
    void submitted(String action) {
        change(action);
        newTasks("");
        send(Occasion.SUBMITTED, values("", "", ""), Optional.empty());
    }

    void withdrawn() {
        change("WITHDRAW");
        send(Occasion.WITHDRAWN, values("", "", ""), Optional.empty());
    }

    /**
     * Somebody decided.
     *
     * @param step title of the step
     * @param decision how the decision is called there
     */
    void decided(Judgement judgement, String step, String decision) {
        change(judgement.decision().name());
        newTasks(judgement.opinion());
        Map<String, String> values = values(step, decision, judgement.opinion());
        occasion(judgement).ifPresent(occasion -> {
            tellApplicant(occasion, values);
            send(occasion, values, Optional.of(judgement));
        });
    }

    /** A task's last day is near: said once for each, since the task bears that it was. */
    void deadlineNear(TaskEntity task) {
        Map<String, String> values = values(task.title(), "", "");
        values.put("dueOn", task.dueOn().toString());
        send(Occasion.DEADLINE_NEAR, values, Optional.empty());
    }

    /** What the decision means for the applicant; empty while other actors of the same step have not agreed. */
    private Optional<Occasion> occasion(Judgement judgement) {
        return switch (judgement.decision().outcome()) {
            case CORRECT -> Optional.of(Occasion.RETURNED);
            case END -> Optional.of(Occasion.REJECTED);
            case ADVANCE ->
                entity.step() == null
                        ? Optional.of(Occasion.CLOSED)
                        : Optional.of(Occasion.ADVANCED)
                                .filter(passed -> !judgement.stepId().equals(entity.step()));
        };
    }

    private void change(String action) {
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("number", entity.number());
        detail.put("state", entity.state().name());
        detail.put("stateLabel", entity.stateLabel());
        detail.put("step", entity.step() == null ? "" : entity.step());
        detail.put("round", entity.round());
        Feed.note(em, now, entity.jurisdiction(), Kind.CASE, entity.procedure(), entity.id(), action, detail);
    }

    private void newTasks(String opinion) {
        for (TaskEntity task : facts.tasks(entity.id())) {
            if (task.state() == TaskState.OPEN && task.since().equals(now)) {
                String why = opinion.isBlank() ? "" : "。意见：" + opinion;
                DeskMessage message = new DeskMessage(
                        entity.jurisdiction(),
                        TASK,
                        "新的待办：" + procedure.title() + " " + entity.number(),
                        entity.applicantName() + "，环节“" + task.title() + "”" + why);
                Desks.lay(em, now, List.of(Seats.of(CasePolicy.assignee(task))), entity.id(), message);
            }
        }
    }

    private void tellApplicant(Occasion occasion, Map<String, String> values) {
        if (entity.applicantKind().equals(Caller.Kind.NOBODY.name())) {
            // Whoever registers has no desk yet; the page of the registration says what has become of it.
            return;
        }
        String title = procedure.messages().stream()
                .filter(CaseMessage.Desk.class::isInstance)
                .map(CaseMessage.Desk.class::cast)
                .filter(desk -> desk.on().contains(occasion))
                .map(desk -> SmsTemplate.fill(desk.text(), values))
                .findFirst()
                .orElseGet(() -> procedure.title() + " " + entity.number() + "：" + entity.stateLabel());
        String opinion = values.get("opinion");
        String body = "“" + values.get("step") + "”环节：" + values.get("decision")
                + (opinion.isBlank() ? "" : "。意见：" + opinion);
        DeskMessage message = new DeskMessage(entity.jurisdiction(), occasion.name(), title, body);
        Desks.lay(em, now, List.of(applicant(entity)), entity.id(), message);
    }

    /** The seat of the applicant. */
    public static String applicant(CaseEntity entity) {
        return Seats.of(new Assignee(Assignee.Kind.valueOf(entity.applicantKind()), entity.applicantId()));
    }

    private void send(Occasion occasion, Map<String, String> values, Optional<Judgement> judgement) {
        procedure.messages().stream()
                .filter(CaseMessage.Sms.class::isInstance)
                .map(CaseMessage.Sms.class::cast)
                .filter(sms -> sms.on().contains(occasion))
                .forEach(sms -> send(sms, values, judgement));
    }

    private void send(CaseMessage.Sms sms, Map<String, String> values, Optional<Judgement> judgement) {
        Facts seen = facts.ofCase(entity, Moment.DECIDING, judgement);
        String mobile = ModuleCode.call(
                entity.jurisdiction(), "the mobile of message " + sms.template().id(), () -> sms.mobile()
                        .apply(seen));
        Map<String, String> wanted = new LinkedHashMap<>();
        sms.template().names().forEach(name -> wanted.put(name, values.getOrDefault(name, "")));
        Outbox.sms(em, now, entity.jurisdiction(), mobile, sms.template(), wanted);
    }

    /** What texts may speak of. A field of the form never stands for a word of the core's. */
    private Map<String, String> values(String step, String decision, String opinion) {
        Map<String, String> values = new LinkedHashMap<>();
        facts.form(entity).values().forEach((id, value) -> {
            if (value instanceof String || value instanceof Number) {
                values.put(id, value.toString());
            }
        });
        values.put("number", entity.number());
        values.put("procedure", procedure.title());
        values.put("applicant", entity.applicantName());
        values.put("state", entity.stateLabel());
        values.put("step", step);
        values.put("decision", decision);
        values.put("opinion", opinion.length() <= OPINION_LENGTH ? opinion : opinion.substring(0, OPINION_LENGTH));
        values.put("date", now.atZone(Time.CHINA).toLocalDate().toString());
        return values;
    }
}
