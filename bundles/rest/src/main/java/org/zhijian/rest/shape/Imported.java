package org.zhijian.rest.shape;

import java.util.List;
import org.zhijian.core.registration.RegisterImports;

/** Taking over an existing register. */
public final class Imported {
    private Imported() {}

    /** What is wrong in a row. */
    public record RefusedRow(@Told("行号，表头为第1行") int row, @Told("列名；整行的问题为空") String column, String message) {}

    /** What has become of the file. */
    public record ImportReport(
            String fileName,
            @Told("新开通的行数") int created,
            @Told("此前已有的行数") int known,
            @Told("被拒绝的行数") long refusedRows,
            @Told("被拒绝的行的全部问题；这些行没有导入任何内容") List<RefusedRow> refused) {

        public static ImportReport of(RegisterImports.Report report) {
            return new ImportReport(
                    report.fileName(),
                    report.created(),
                    report.known(),
                    report.refusedRows(),
                    report.refused().stream()
                            .map(row -> new RefusedRow(row.row(), row.column(), row.message()))
                            .toList());
        }
    }
}
