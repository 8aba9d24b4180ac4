package org.zhijian.api;

import java.util.Objects;

/**
 * A kind of organisation that a jurisdiction knows (单位类型), such as a testing organisation.
 *
 * @param code stable code in capitals, such as {@code TESTING_ORG}
 * @param title Chinese title
 */
public record OrganisationType(String code, String title) {
    public OrganisationType {
        Objects.requireNonNull(code);
        Objects.requireNonNull(title);
    }
}
