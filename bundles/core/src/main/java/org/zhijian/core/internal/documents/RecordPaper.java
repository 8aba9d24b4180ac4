package org.zhijian.core.internal.documents;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.zhijian.api.register.Printout;
import org.zhijian.api.register.Register;
import org.zhijian.api.register.Register.ColumnInfo;
import org.zhijian.core.access.Refusal;
import org.zhijian.core.documents.Sheet.Line;
import org.zhijian.core.internal.registers.PrintedRecords;
import org.zhijian.core.registers.RecordView;
import org.zhijian.core.words.RecordWords;

/** The certificate of a register: what stands on it, and what its verifier sees. Immutable. */
record RecordPaper(String jurisdiction, Register<?> register, Printout printout) {

    /** The record in clear, as the paper shows it. @throws Refusal 404 if there is none, 409 while its status allows no paper */
    RecordView toPrint(EntityManager em, String key) {
        RecordView found = find(em, printout, key, false).orElseThrow(Refusal::notFound);
        if (!printout.allows(found.status())) {
            String status = register.statusColumn()
                    .map(column -> column.labelOf(found.status()))
                    .orElse(found.status());
            throw Refusal.conflict("NOT_PRINTABLE", "该记录当前状态为“" + status + "”，不能打印证书");
        }
        return found;
    }

    List<Line> lines(RecordView shown) {
        return lines(printout, shown);
    }

    private List<Line> lines(Printout shownAs, RecordView shown) {
        return PrintedRecords.columns(register, shownAs).stream()
                .map(column -> new Line(column.title(), RecordWords.of(column, shown)))
                .toList();
    }

    /** What a verifier sees of the record as it is now: what is printed of it, personal data masked, and its status. */
    List<Line> verifiable(EntityManager em, String key) {
        Printout withStatus = withStatus();
        return find(em, withStatus, key, true)
                .map(view -> lines(withStatus, view))
                .orElse(List.of());
    }

    /** True if the record is still what was printed under this mark. */
    boolean isUnchanged(EntityManager em, String key, long mark) {
        return find(em, printout, key, true)
                .filter(view -> view.version() == mark)
                .isPresent();
    }

    private Printout withStatus() {
        List<String> columns = new ArrayList<>(printout.columns());
        register.statusColumn()
                .map(ColumnInfo::id)
                .filter(id -> !columns.contains(id))
                .ifPresent(columns::add);
        return new Printout(printout.title(), printout.issuer(), columns, printout.statuses());
    }

    private Optional<RecordView> find(EntityManager em, Printout shownAs, String key, boolean masked) {
        return PrintedRecords.find(em, jurisdiction, register, shownAs, key, masked);
    }
}
