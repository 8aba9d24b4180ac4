package org.zhijian.core.registration;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import org.zhijian.core.access.Caller;
import org.zhijian.core.cases.Upload;

/** Taking over accounts from an existing register (CSV or XLSX). Thread-safe. */
@ProviderType
public interface RegisterImports {

    /** The most rows that a file may have. */
    int MOST_ROWS = 20_000;

    /**
     * What is wrong in one row.
     *
     * @param row number as a spreadsheet counts, the heading being 1
     * @param column heading of the column, blank for the row as a whole
     */
    record Refused(int row, String column, String message) {}

    /**
     * What has become of a file.
     *
     * @param created rows whose organisations have their accounts now
     * @param known rows whose organisations had them before
     * @param refused all that is wrong with the other rows, of which nothing is kept
     */
    record Report(String fileName, int created, int known, List<Refused> refused) {
        public Report {
            refused = List.copyOf(refused);
        }

        public long refusedRows() {
            return refused.stream().map(Refused::row).distinct().count();
        }
    }

    /** The headings that a file may have, in the order of the form; those that are always wanted bear a star. */
    List<String> headings(Caller caller, String jurisdiction, String registration);

    /**
     * Takes over a file row by row, each in a transaction of its own, by the same rules as the registration's form. The accounts have passwords
     * that nobody knows, until they are reset. Importing a file again changes nothing.
     *
     * @param file its slot is the id of the registration
     * @throws org.zhijian.core.access.Refusal 422 if the file as a whole cannot be read, with the reason; 403 or 404 for who does not administer
     */
    Report takeOver(Caller caller, String jurisdiction, Upload file);
}
