package org.zhijian.api.register;

import org.osgi.annotation.versioning.ProviderType;

/** The records of one register, to be read and written. */
@ProviderType
public interface RegisterEditor<R extends Record> extends RegisterView<R> {
    /**
     * Keeps a record under its key, new or changed; the old one goes into the history.
     *
     * @throws IllegalStateException if the status machine does not allow it
     */
    void save(R item);
}
