package org.zhijian.core.internal.modules;

import java.util.List;
import java.util.Optional;
import org.zhijian.api.Descriptor;

/** One jurisdiction runs, and no code of procedures is asked for. */
public record OneTown(Descriptor town) implements Modules {
    @Override
    public List<Descriptor> running() {
        return List.of(town);
    }

    @Override
    public Optional<Descriptor> descriptor(String jurisdiction) {
        return Optional.of(town).filter(found -> found.id().equals(jurisdiction));
    }

    @Override
    public String version(String jurisdiction) {
        return "1.0.0";
    }

    @Override
    public Optional<String> currentHash(String jurisdiction, String procedure) {
        return Optional.empty();
    }

    @Override
    public Optional<Behaviour> behaviour(String jurisdiction, String procedure, String hash) {
        return Optional.empty();
    }
}
