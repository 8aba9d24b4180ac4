package org.zhijian.core.internal.identity;

import java.util.List;
import java.util.Optional;
import org.zhijian.api.Descriptor;
import org.zhijian.api.Portal;
import org.zhijian.api.directory.Office;
import org.zhijian.core.internal.modules.Modules;

/** Modules of which one runs: the region of a scene, with its policy of the moment and one office. */
record OneRegion(SignInScene scene, Office office) implements Modules {

    private Descriptor region() {
        return Descriptor.jurisdiction(scene.portal, "示例")
                .portal(Portal.named("示例").signIn(scene.policy))
                .offices(List.of(office))
                .build();
    }

    @Override
    public List<Descriptor> running() {
        return List.of(region());
    }

    @Override
    public Optional<Descriptor> descriptor(String jurisdiction) {
        return Optional.of(region()).filter(region -> region.id().equals(jurisdiction));
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
