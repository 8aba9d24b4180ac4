package org.zhijian.core.documents;

import java.time.Instant;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import org.zhijian.core.access.Caller;

/** Printed documents and their verification. Thread-safe. */
@ProviderType
public interface Documents {

    /** A document as PDF. */
    record Printed(String fileName, byte[] content) {}

    /** A printed document as everybody may see it who holds it, personal data masked. */
    record Verification(
            String code,
            String title,
            String number,
            String jurisdiction,
            String house,
            Instant issuedAt,
            State state,
            List<Sheet.Line> items) {
        public Verification {
            items = List.copyOf(items);
        }
    }

    /** What has become of what a document says. */
    enum State {
        CURRENT("有效：与系统记录一致"),
        CHANGED("已变更：打印后系统记录有变化，请以下列当前记录为准"),
        UNCHECKED("系统签发；所属业务模块未启用，下列为打印时的记录");

        private final String title;

        State(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    /** A case as its caller may see it; a draft without a code. Printing is an event of the audit. */
    Printed ofCase(Caller caller, String caseId);

    /**
     * The certificate that a register declares for its records; for the offices of its jurisdiction.
     *
     * @throws org.zhijian.core.access.Refusal 404 if the register declares none, 409 while the record's status allows none
     */
    Printed ofRecord(Caller caller, String jurisdiction, String register, String key);

    /** What stands behind a code, however it was typed. @throws org.zhijian.core.access.Refusal 404 if there is none */
    Verification verify(String code);
}
