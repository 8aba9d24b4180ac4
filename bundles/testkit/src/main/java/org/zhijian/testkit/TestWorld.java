package org.zhijian.testkit;

import org.zhijian.api.Demonstration;
import org.zhijian.api.Jurisdiction;
import org.zhijian.api.register.Register;

/** The world around a case: directory and registers in memory, filled with the cast of a jurisdiction. Not thread-safe. */
public final class TestWorld {
    private final MemoryDirectory directory = new MemoryDirectory();
    private final MemoryRegisters registers = new MemoryRegisters();
    private final MemoryChanges changes = new MemoryChanges(directory, registers);

    /** A world in which nothing is known. */
    public TestWorld() {}

    /** The world as the demonstration of this jurisdiction begins. */
    public static TestWorld of(Jurisdiction jurisdiction) {
        TestWorld world = new TestWorld();
        jurisdiction.descriptor().offices().forEach(world.directory::put);
        jurisdiction.descriptor().dictionaries().forEach(dictionary -> dictionary
                .initial()
                .forEach(entry -> world.register(dictionary.register()).put(entry)));
        Demonstration cast = jurisdiction.demonstration();
        cast.organisations().forEach(world.directory::put);
        cast.people().forEach(world.directory::put);
        cast.employments().forEach(world.directory::employ);
        cast.holdings().forEach(world::hold);
        return world;
    }

    private <R extends Record> void hold(Demonstration.Holding<R> holding) {
        holding.records().forEach(item -> register(holding.register()).put(item));
    }

    public MemoryDirectory directory() {
        return directory;
    }

    public MemoryRegisters registers() {
        return registers;
    }

    public <R extends Record> MemoryRegister<R> register(Register<R> register) {
        return registers.of(register);
    }

    public MemoryChanges changes() {
        return changes;
    }

    /** A case in this world of which nothing has been filled in. */
    public TestFacts facts() {
        return new TestFacts(this);
    }
}
