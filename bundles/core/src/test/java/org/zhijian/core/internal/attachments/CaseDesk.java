package org.zhijian.core.internal.attachments;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.zhijian.api.chain.CaseState;
import org.zhijian.api.form.FormData;
import org.zhijian.api.form.Slot;
import org.zhijian.core.access.Caller;
import org.zhijian.core.access.Refusal;
import org.zhijian.core.cases.AttachmentView;
import org.zhijian.core.cases.Upload;
import org.zhijian.core.internal.store.Database;
import org.zhijian.core.internal.store.Ids;
import org.zhijian.core.internal.store.Transactions;
import org.zhijian.core.internal.store.entity.AttachmentEntity;
import org.zhijian.core.internal.store.entity.CaseEntity;

/** A case in a database, and what is done with its attachments, each act in a transaction of its own. */
final class CaseDesk {
    static final Instant NOW = Instant.parse("2026-11-20T01:00:00Z");

    private static final Caller CALLER = new Caller(
            Caller.Kind.ORGANISATION, "account", "j1", "南京示例", "sample", "org", "", Set.of(), false, "127.0.0.1");

    private final Attachments attachments;
    private final Transactions transactions;
    private final String id = Ids.next();

    CaseDesk(Database database, Attachments attachments) {
        this.attachments = attachments;
        transactions = new Transactions(database);
        transactions.run(em -> {
            CaseEntity entity =
                    new CaseEntity(id, id, "sample", "transfer", "hash", "ORGANISATION", "org", "南京示例", "account", NOW);
            entity.state(CaseState.DRAFT);
            entity.stateLabel("草稿");
            entity.round(1);
            entity.form("{}");
            entity.changedAt(NOW);
            entity.eventHash("");
            em.persist(entity);
        });
    }

    AttachmentView add(Slot slot, String name, byte[] content) {
        return add(null, slot, name, new ByteArrayInputStream(content));
    }

    AttachmentView add(String step, Slot slot, String name, InputStream content) {
        return transactions.write(em -> attachments.add(
                em, em.find(CaseEntity.class, id), step, slot, new Upload(slot.id(), name, content), CALLER, NOW));
    }

    Refusal refused(Slot slot, String name, byte[] content) {
        return catchThrowableOfType(Refusal.class, () -> add(slot, name, content));
    }

    String refusal(Slot slot, String name, byte[] content) {
        return refused(slot, name, content).getMessage();
    }

    void remove(int n, String step) {
        transactions.run(em -> attachments.remove(em, em.find(CaseEntity.class, id), n, step));
    }

    void arrange(Slot slot, Integer... order) {
        transactions.run(em -> attachments.arrange(em, em.find(CaseEntity.class, id), slot, List.of(order)));
    }

    /** What a round had handed in. */
    List<String> ofRound(int round) {
        return transactions.read(em -> attachments.all(em, id)).stream()
                .map(attachments::view)
                .filter(file -> file.isOfRound(round))
                .map(AttachmentView::fileName)
                .toList();
    }

    void nextRound() {
        transactions.run(em -> em.find(CaseEntity.class, id).round(2));
    }

    List<String> current() {
        return names(transactions.read(em -> attachments.current(em, id)));
    }

    List<String> all() {
        return names(transactions.read(em -> attachments.all(em, id)));
    }

    private List<String> names(List<AttachmentEntity> rows) {
        return rows.stream().map(row -> row.n() + " " + row.fileName()).toList();
    }

    List<String> missing(Slot... slots) {
        return transactions
                .read(em -> attachments.missing(
                        List.of(slots), FormData.EMPTY.with("division", "MATERIALS"), attachments.current(em, id)))
                .stream()
                .map(violation -> violation.field() + " " + violation.rule() + " " + violation.message())
                .toList();
    }
}
