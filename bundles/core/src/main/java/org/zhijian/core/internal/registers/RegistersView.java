package org.zhijian.core.internal.registers;

import jakarta.persistence.EntityManager;
import org.zhijian.api.register.Register;
import org.zhijian.api.register.RegisterView;
import org.zhijian.api.register.Registers;

/** The registers of one jurisdiction as one transaction sees them. Not thread-safe. */
public final class RegistersView implements Registers {
    private final EntityManager em;
    private final String jurisdiction;

    public RegistersView(EntityManager em, String jurisdiction) {
        this.em = em;
        this.jurisdiction = jurisdiction;
    }

    @Override
    public <R extends Record> RegisterView<R> of(Register<R> register) {
        return new StoredRecords<>(em, jurisdiction, register);
    }
}
