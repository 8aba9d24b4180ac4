package org.zhijian.core.internal.modules;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.zhijian.core.access.Caller;
import org.zhijian.core.internal.audit.AuditTrail;
import org.zhijian.core.internal.settings.Time;
import org.zhijian.core.internal.store.EventLog;
import org.zhijian.core.internal.store.Transactions;
import org.zhijian.core.internal.store.entity.AccountEntity;
import org.zhijian.core.internal.store.entity.CaseEntity;
import org.zhijian.core.modules.Purged;

/**
 * Takes away all that a jurisdiction has left whose module has gone, in many short transactions; whoever is interrupted begins again and comes to the
 * same end. What stays: the audit, whose streams end with an entry that says so; numbers, which are never given twice; organisations and people, whom
 * other jurisdictions know too; definitions, which are known by their content and may be another's as well; and contents of scans, until the sweep finds that nothing refers to them. Thread-safe.
 */
public final class Purge {
    /** The rows of a jurisdiction, by entity, with the attribute that names it. */
    private static final Map<String, String> OF_JURISDICTION = Map.ofEntries(
            Map.entry("AgencyGrantEntity", "jurisdiction"),
            Map.entry("AnnouncementEntity", "jurisdiction"),
            Map.entry("ChangeEntity", "jurisdiction"),
            Map.entry("CoReviewEntity", "jurisdiction"),
            Map.entry("DelegationEntity", "jurisdiction"),
            Map.entry("DocumentEntity", "jurisdiction"),
            Map.entry("FaultEntity", "jurisdiction"),
            Map.entry("IntakeEntity", "jurisdiction"),
            Map.entry("MobileChangeEntity", "jurisdiction"),
            Map.entry("NoticeEntity", "jurisdiction"),
            Map.entry("OfficeEntity", "jurisdiction"),
            Map.entry("OldAccountEntity", "jurisdiction"),
            Map.entry("OutboxEntity", "jurisdiction"),
            Map.entry("PlatformIdentityEntity", "portal"),
            Map.entry("QrSignInEntity", "portal"),
            Map.entry("ReceiptEntity", "jurisdiction"),
            Map.entry("RecordEntity", "jurisdiction"),
            Map.entry("RecordHistoryEntity", "jurisdiction"),
            Map.entry("RecordIndexEntity", "jurisdiction"),
            Map.entry("SourceEntity", "jurisdiction"),
            Map.entry("SubjectEntity", "jurisdiction"),
            Map.entry("TaskEntity", "jurisdiction"));

    /** The rows of a case. */
    private static final List<String> OF_CASE = List.of("AttachmentEntity", "CaseTextEntity", "RegistrationEntity");

    /** The rows of an account. */
    private static final List<String> OF_ACCOUNT = List.of("NoticeReadEntity", "SessionEntity", "UsbKeyEntity");

    /** What the jurisdiction showed: it goes last, so that a purge that was interrupted can be begun again. */
    private static final String LAST = "ModuleEntity";

    private static final String STREAM = "modules";
    private static final int BATCH = 100;

    private final Transactions transactions;
    private final Time time;

    public Purge(Transactions transactions, Time time) {
        this.transactions = transactions;
        this.time = time;
    }

    /** True if the rows of this entity go in whole batches, with their jurisdiction, case or account. */
    public static boolean isTakenAway(String entity) {
        return OF_JURISDICTION.containsKey(entity)
                || OF_CASE.contains(entity)
                || OF_ACCOUNT.contains(entity)
                || LAST.equals(entity);
    }

    /**
     * Takes everything away.
     *
     * @param jurisdiction one whose module neither runs nor comes back meanwhile
     */
    public Purged run(Caller caller, String jurisdiction) {
        long records = transactions.read(
                em -> em.createQuery("select count(r) from RecordEntity r where r.jurisdiction = :id", Long.class)
                        .setParameter("id", jurisdiction)
                        .getSingleResult());
        long cases = 0;
        for (int taken = BATCH; taken == BATCH; cases += taken) {
            taken = transactions.write(em -> cases(em, caller, jurisdiction));
        }
        long accounts = 0;
        for (int taken = BATCH; taken == BATCH; accounts += taken) {
            taken = transactions.write(em -> accounts(em, caller, jurisdiction));
        }
        OF_JURISDICTION.forEach(
                (entity, attribute) -> transactions.run(em -> delete(em, entity, attribute, jurisdiction)));
        Purged purged = new Purged(jurisdiction, cases, records, accounts);
        transactions.run(em -> end(em, caller, purged));
        return purged;
    }

    private int cases(EntityManager em, Caller caller, String jurisdiction) {
        List<CaseEntity> cases = em.createQuery(
                        "select c from CaseEntity c where c.jurisdiction = :id order by c.id", CaseEntity.class)
                .setParameter("id", jurisdiction)
                .setMaxResults(BATCH)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
        for (CaseEntity entity : cases) {
            close(em, caller, entity.id(), new EventLog.Head(entity.eventSeq(), entity.eventHash()), "清除办件");
            OF_CASE.forEach(rows -> delete(em, rows, "caseId", entity.id()));
            em.remove(entity);
        }
        return cases.size();
    }

    private int accounts(EntityManager em, Caller caller, String jurisdiction) {
        List<AccountEntity> accounts = em.createQuery(
                        "select a from AccountEntity a where a.portal = :id order by a.id", AccountEntity.class)
                .setParameter("id", jurisdiction)
                .setMaxResults(BATCH)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
        for (AccountEntity account : accounts) {
            close(em, caller, account.id(), new EventLog.Head(account.eventSeq(), account.eventHash()), "清除账号");
            OF_ACCOUNT.forEach(rows -> delete(em, rows, "accountId", account.id()));
            em.remove(account);
        }
        return accounts.size();
    }

    /** A stream whose last entry is DELETE needs no owner any more. */
    private void close(EntityManager em, Caller caller, String stream, EventLog.Head head, String title) {
        Instant now = time.now();
        EventLog.append(
                em,
                stream,
                head,
                new EventLog.Entry(
                        now,
                        caller.accountId(),
                        caller.displayName(),
                        caller.address(),
                        "DELETE",
                        title,
                        null,
                        0,
                        "",
                        null));
    }

    private static void delete(EntityManager em, String entity, String attribute, String value) {
        em.createQuery("delete from " + entity + " e where e." + attribute + " = :value")
                .setParameter("value", value)
                .executeUpdate();
    }

    private void end(EntityManager em, Caller caller, Purged purged) {
        delete(em, LAST, "jurisdiction", purged.id());
        AuditTrail.note(
                em,
                STREAM,
                time.now(),
                caller.displayName(),
                caller.address(),
                "MODULE_PURGED",
                "清除模块数据",
                Map.of(
                        "module", purged.id(),
                        "cases", purged.cases(),
                        "records", purged.records(),
                        "accounts", purged.accounts()));
    }
}
