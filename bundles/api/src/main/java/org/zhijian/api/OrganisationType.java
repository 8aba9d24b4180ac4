package org.zhijian.api;

import java.util.Objects;

/**
 * A kind of organisation that a jurisdiction knows (单位类型), such as a testing organisation.
 *
 * @param code stable code in capitals, such as {@code TESTING_ORG}
 * @param title Chinese title
 * @param changedBy id of the procedure by which such an organisation changes what is known of it; blank if there is none
 */
public record OrganisationType(String code, String title, String changedBy) {
    public OrganisationType {
        Objects.requireNonNull(code);
        Objects.requireNonNull(title);
        Objects.requireNonNull(changedBy);
    }

    public OrganisationType(String code, String title) {
        this(code, title, "");
    }

    /** The procedure by which such an organisation changes what is known of it. */
    public OrganisationType changedBy(String procedureId) {
        return new OrganisationType(code, title, procedureId);
    }
}
