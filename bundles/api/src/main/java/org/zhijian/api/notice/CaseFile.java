package org.zhijian.api.notice;

import java.util.Objects;

/**
 * A file of a case that travels with a push, such as the photo for a certificate; a component of a payload, plain or {@link java.util.Optional}.
 * The outbox keeps this reference alone. When the push is delivered, the first current file of that slot stands in its place:
 * {@code {"fileName", "mediaType", "sha256", "content"}} with the bytes as Base64, or {@code null} if there is none.
 *
 * @param caseNumber number of a case of the own jurisdiction
 * @param slot id of a slot of its applicant's form
 */
public record CaseFile(String caseNumber, String slot) {
    public CaseFile {
        Objects.requireNonNull(caseNumber);
        Objects.requireNonNull(slot);
    }
}
