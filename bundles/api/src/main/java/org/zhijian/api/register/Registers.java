package org.zhijian.api.register;

import org.osgi.annotation.versioning.ProviderType;

/** The registers of the own jurisdiction, to be read. Not thread-safe, not to be kept. */
@ProviderType
public interface Registers {
    <R extends Record> RegisterView<R> of(Register<R> register);
}
