package org.zhijian.core.internal.identity;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** The service platforms that are configured now, one for each region. Thread-safe. */
@Component(service = ServicePlatforms.class)
public final class ServicePlatforms {
    private final Map<String, ServicePlatform> platforms = new ConcurrentHashMap<>();

    @Reference(
            name = "platforms",
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            unbind = "remove")
    void add(ServicePlatform platform) {
        platforms.put(platform.jurisdiction(), platform);
    }

    void remove(ServicePlatform platform) {
        platforms.remove(platform.jurisdiction(), platform);
    }

    Optional<ServicePlatform> of(String jurisdiction) {
        return Optional.ofNullable(platforms.get(jurisdiction));
    }
}
