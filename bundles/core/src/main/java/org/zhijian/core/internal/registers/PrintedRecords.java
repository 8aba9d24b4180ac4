package org.zhijian.core.internal.registers;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import org.zhijian.api.register.Printout;
import org.zhijian.api.register.Register;
import org.zhijian.api.register.Register.ColumnInfo;
import org.zhijian.core.internal.store.entity.RecordEntity;
import org.zhijian.core.registers.RecordView;

/** Records as a certificate shows them: the columns of the printout, in clear on the paper and masked for whoever verifies it. */
public final class PrintedRecords {
    private PrintedRecords() {}

    /** The columns of the printout, in its order. */
    public static List<ColumnInfo> columns(Register<?> register, Printout printout) {
        return printout.columns().stream()
                .flatMap(id -> register.column(id).stream())
                .toList();
    }

    public static Optional<RecordView> find(
            EntityManager em,
            String jurisdiction,
            Register<?> register,
            Printout printout,
            String key,
            boolean masked) {
        RecordEntity.Key id = new RecordEntity.Key(jurisdiction, register.id(), key);
        return Optional.ofNullable(em.find(RecordEntity.class, id)).map(entity -> {
            Sight sight = Sight.of(columns(register, printout), masked);
            Cells cells = Cells.of(entity.data());
            return new RecordView(
                    key,
                    entity.statusCode(),
                    sight.values(cells),
                    sight.labels(cells, ReferredNames.of(em, jurisdiction, sight.columns(), List.of(cells))),
                    entity.recordVersion(),
                    entity.changedAt());
        });
    }
}
