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
import java.util.List;
import org.zhijian.api.chain.CaseState;

/** A case (办件). */
@Entity
@Table(name = "ZJ_CASE")
public class CaseEntity {
    /** So many characters of the applicant's name are kept. */
    public static final int APPLICANT_NAME_LENGTH = 200;

    @Id
    @Column(name = "ID", length = 36)
    private String id;

    @Column(name = "CASE_NUMBER", length = 40)
    private String number;

    @Column(name = "JURISDICTION", length = 60)
    private String jurisdiction;

    @Column(name = "PROCEDURE_ID", length = 60)
    private String procedure;

    /** Content hash of the definition it is pinned to. */
    @Column(name = "DEFINITION", length = 64)
    private String definition;

    @Column(name = "APPLICANT_KIND", length = 20)
    private String applicantKind;

    @Column(name = "APPLICANT_ID", length = 60)
    private String applicantId;

    @Column(name = "APPLICANT_NAME", length = APPLICANT_NAME_LENGTH)
    private String applicantName;

    @Enumerated(EnumType.STRING)
    @Column(name = "STATE", length = 20)
    private CaseState state;

    @Column(name = "STATE_LABEL", length = 60)
    private String stateLabel;

    /** The step it waits at; null if none. */
    @Column(name = "STEP", length = 60)
    private String step;

    /** Who corrects while it is to be modified, as Corrector.to; null otherwise. */
    @Column(name = "CORRECTOR", length = 60)
    private String corrector;

    /** Ids of the steps that it has reached since it was last handed in, in order, separated by commas. */
    @Column(name = "ROUTE", length = 4000)
    private String route = "";

    /** What has to be handed in as JSON, after a notice of what is missing; null otherwise. */
    @Lob
    @Column(name = "SUPPLEMENT")
    private String supplement;

    @Column(name = "ROUND_NO")
    private int round;

    @Lob
    @Column(name = "FORM")
    private String form;

    /** The form of the last submitted round while it is being corrected; null otherwise. */
    @Lob
    @Column(name = "FORM_BEFORE")
    private String formBefore;

    @Column(name = "CREATED_BY", length = 36)
    private String createdBy;

    @Column(name = "CREATED_AT")
    private Long createdAt;

    @Column(name = "SUBMITTED_AT")
    private Long submittedAt;

    @Column(name = "CHANGED_AT")
    private Long changedAt;

    /** Sequence number of its last event. */
    @Column(name = "EVENT_SEQ")
    private int eventSeq;

    /** Hash of its last event. */
    @Column(name = "EVENT_HASH", length = 64)
    private String eventHash;

    /** The last attachment number given. */
    @Column(name = "ATTACHMENT_SEQ")
    private int attachments;

    @Column(name = "VERIFICATION_CODE", length = 20)
    private String verificationCode;

    @Version
    @Column(name = "VERSION")
    private int version;

    protected CaseEntity() {}

    public CaseEntity(
            String id,
            String number,
            String jurisdiction,
            String procedure,
            String definition,
            String applicantKind,
            String applicantId,
            String applicantName,
            String createdBy,
            Instant createdAt) {
        this.id = id;
        this.number = number;
        this.jurisdiction = jurisdiction;
        this.procedure = procedure;
        this.definition = definition;
        this.applicantKind = applicantKind;
        this.applicantId = applicantId;
        this.applicantName = applicantName;
        this.createdBy = createdBy;
        this.createdAt = Millis.of(createdAt);
    }

    public String id() {
        return id;
    }

    public String number() {
        return number;
    }

    public String jurisdiction() {
        return jurisdiction;
    }

    public String procedure() {
        return procedure;
    }

    public String definition() {
        return definition;
    }

    public void definition(String value) {
        definition = value;
    }

    public String applicantKind() {
        return applicantKind;
    }

    public String applicantId() {
        return applicantId;
    }

    /** Who applied turns out to be somebody who is known. */
    public void applicant(String kind, String id, String name) {
        applicantKind = kind;
        applicantId = id;
        applicantName = name;
    }

    public String applicantName() {
        return applicantName;
    }

    public CaseState state() {
        return state;
    }

    public void state(CaseState value) {
        state = value;
    }

    public String stateLabel() {
        return stateLabel;
    }

    public void stateLabel(String value) {
        stateLabel = value;
    }

    public String step() {
        return step;
    }

    public void step(String value) {
        step = value;
    }

    public String corrector() {
        return corrector;
    }

    public void corrector(String value) {
        corrector = value;
    }

    public List<String> route() {
        return route.isEmpty() ? List.of() : List.of(route.split(","));
    }

    public void route(List<String> steps) {
        route = String.join(",", steps);
    }

    public String supplement() {
        return supplement;
    }

    public void supplement(String value) {
        supplement = value;
    }

    public int round() {
        return round;
    }

    public void round(int value) {
        round = value;
    }

    public String form() {
        return form;
    }

    public void form(String value) {
        form = value;
    }

    public String formBefore() {
        return formBefore;
    }

    public void formBefore(String value) {
        formBefore = value;
    }

    public String createdBy() {
        return createdBy;
    }

    public Instant createdAt() {
        return Millis.instant(createdAt);
    }

    public Instant submittedAt() {
        return Millis.instant(submittedAt);
    }

    public void submittedAt(Instant value) {
        submittedAt = Millis.of(value);
    }

    public Instant changedAt() {
        return Millis.instant(changedAt);
    }

    public void changedAt(Instant value) {
        changedAt = Millis.of(value);
    }

    public int eventSeq() {
        return eventSeq;
    }

    public void eventSeq(int value) {
        eventSeq = value;
    }

    public String eventHash() {
        return eventHash;
    }

    public void eventHash(String value) {
        eventHash = value;
    }

    public int attachments() {
        return attachments;
    }

    public void attachments(int value) {
        attachments = value;
    }

    public int version() {
        return version;
    }

    /** The code of the document that was printed last; null before there is one. */
    public String verificationCode() {
        return verificationCode;
    }

    public void verificationCode(String value) {
        verificationCode = value;
    }
}
