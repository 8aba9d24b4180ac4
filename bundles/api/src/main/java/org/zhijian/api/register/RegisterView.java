package org.zhijian.api.register;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** The records of one register, as the running transaction sees them. */
@ProviderType
public interface RegisterView<R extends Record> {
    Optional<R> find(String key);

    /**
     * The records whose indexed column has this value, by key.
     *
     * @param column id of a component with {@code @Column(index = true)}
     * @param value a string, an enum constant or a date
     */
    List<R> where(String column, Object value);
}
