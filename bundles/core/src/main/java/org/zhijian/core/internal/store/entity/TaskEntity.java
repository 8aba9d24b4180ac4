package org.zhijian.core.internal.store.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;

/** A step of a case that waits, or waited, for one actor. */
@Entity
@Table(name = "ZJ_TASK")
public class TaskEntity {
    @Id
    @Column(name = "ID", length = 36)
    private String id;

    @Column(name = "CASE_ID", length = 36)
    private String caseId;

    @Column(name = "JURISDICTION", length = 60)
    private String jurisdiction;

    @Column(name = "PROCEDURE_ID", length = 60)
    private String procedure;

    @Column(name = "STEP", length = 60)
    private String step;

    @Column(name = "TITLE", length = 100)
    private String title;

    @Column(name = "ROUND_NO")
    private int round;

    @Column(name = "ASSIGNEE_KIND", length = 20)
    private String assigneeKind;

    @Column(name = "ASSIGNEE_ID", length = 60)
    private String assigneeId;

    @Column(name = "ASSIGNEE_NAME", length = 200)
    private String assigneeName;

    @Column(name = "SINCE_AT")
    private Long since;

    @Column(name = "DUE_ON")
    private LocalDate dueOn;

    @Enumerated(EnumType.STRING)
    @Column(name = "STATE", length = 10)
    private TaskState state;

    @Column(name = "DECISION", length = 30)
    private String decision;

    @Column(name = "DECIDED_BY", length = 36)
    private String decidedBy;

    @Column(name = "DECIDER_NAME", length = 200)
    private String deciderName;

    @Column(name = "DECIDED_AT")
    private Long decidedAt;

    /** What the actor filled in; null if nothing. */
    @Lob
    @Column(name = "FORM")
    private String form;

    /** The account that has taken it up or was given it, so that its colleagues do not see it; null if none. */
    @Column(name = "CLAIMED_BY", length = 36)
    private String claimedBy;

    @Column(name = "CLAIMER_NAME", length = 200)
    private String claimerName;

    /** When the claim lapses. */
    @Column(name = "CLAIMED_UNTIL")
    private Long claimedUntil;

    /** How many opinions have been asked for without which it is not decided, and not been given. */
    @Column(name = "OPINIONS_AWAITED")
    private int opinionsAwaited;

    /** When its actor was told that the deadline is near; null if not yet. */
    @Column(name = "REMINDED_AT")
    private Long remindedAt;

    /** When it was found to be beyond its deadline; null if it never was. */
    @Column(name = "CASE_ENDED_AT")
    private Long caseEndedAt;

    @Column(name = "OVERDUE_AT")
    private Long overdueAt;

    @Version
    @Column(name = "VERSION")
    private int version;

    protected TaskEntity() {}

    public TaskEntity(
            String id,
            String caseId,
            String jurisdiction,
            String procedure,
            String step,
            String title,
            int round,
            String assigneeKind,
            String assigneeId,
            String assigneeName,
            Instant since,
            LocalDate dueOn) {
        this.id = id;
        this.caseId = caseId;
        this.jurisdiction = jurisdiction;
        this.procedure = procedure;
        this.step = step;
        this.title = title;
        this.round = round;
        this.assigneeKind = assigneeKind;
        this.assigneeId = assigneeId;
        this.assigneeName = assigneeName;
        this.since = Millis.of(since);
        this.dueOn = dueOn;
    }

    public String id() {
        return id;
    }

    public String caseId() {
        return caseId;
    }

    public String jurisdiction() {
        return jurisdiction;
    }

    public String procedure() {
        return procedure;
    }

    public String step() {
        return step;
    }

    public String title() {
        return title;
    }

    /** The step has another id now, and people call it so. */
    public void moved(String stepNow, String titleNow) {
        step = stepNow;
        title = titleNow;
    }

    public int round() {
        return round;
    }

    public String assigneeKind() {
        return assigneeKind;
    }

    public String assigneeId() {
        return assigneeId;
    }

    public String assigneeName() {
        return assigneeName;
    }

    public Instant since() {
        return Millis.instant(since);
    }

    public LocalDate dueOn() {
        return dueOn;
    }

    public TaskState state() {
        return state;
    }

    public void state(TaskState value) {
        state = value;
    }

    public String decision() {
        return decision;
    }

    public void decision(String value) {
        decision = value;
    }

    public String decidedBy() {
        return decidedBy;
    }

    public void decidedBy(String value) {
        decidedBy = value;
    }

    public String deciderName() {
        return deciderName;
    }

    public void deciderName(String value) {
        deciderName = value;
    }

    public Instant decidedAt() {
        return Millis.instant(decidedAt);
    }

    public void decidedAt(Instant value) {
        decidedAt = Millis.of(value);
    }

    public String form() {
        return form;
    }

    public void form(String value) {
        form = value;
    }

    public String claimedBy() {
        return claimedBy;
    }

    public String claimerName() {
        return claimerName;
    }

    public Instant claimedUntil() {
        return Millis.instant(claimedUntil);
    }

    public void claim(String accountId, String name, Instant until) {
        claimedBy = accountId;
        claimerName = name;
        claimedUntil = Millis.of(until);
    }

    /** True if an account has it to itself at this moment. */
    public boolean isClaimed(Instant now) {
        return claimedUntil != null && claimedUntil > now.toEpochMilli();
    }

    public int opinionsAwaited() {
        return opinionsAwaited;
    }

    public void opinionsAwaited(int value) {
        opinionsAwaited = value;
    }

    public Instant remindedAt() {
        return Millis.instant(remindedAt);
    }

    public void remindedAt(Instant value) {
        remindedAt = Millis.of(value);
    }

    /** When the case came to its end; null while it goes on. Kept here so that whoever has decided finds what is under way by an index. */
    public Instant caseEndedAt() {
        return Millis.instant(caseEndedAt);
    }

    public void caseEndedAt(Instant value) {
        caseEndedAt = Millis.of(value);
    }

    public Instant overdueAt() {
        return Millis.instant(overdueAt);
    }

    public void overdueAt(Instant value) {
        overdueAt = Millis.of(value);
    }

    public int version() {
        return version;
    }
}
