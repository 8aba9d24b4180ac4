package org.zhijian.testkit;

import java.util.HashMap;
import java.util.Map;
import org.zhijian.api.register.Register;
import org.zhijian.api.register.Registers;

/** Registers in memory; each comes into being when it is first asked for. Not thread-safe. */
public final class MemoryRegisters implements Registers {
    private final Map<String, MemoryRegister<?>> byId = new HashMap<>();

    @Override
    @SuppressWarnings("unchecked") // under an id stands what was made from the register of that id
    public <R extends Record> MemoryRegister<R> of(Register<R> register) {
        return (MemoryRegister<R>) byId.computeIfAbsent(register.id(), id -> new MemoryRegister<>(register));
    }
}
