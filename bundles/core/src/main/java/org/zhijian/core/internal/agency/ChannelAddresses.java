package org.zhijian.core.internal.agency;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** The addresses that are configured now. Thread-safe. */
@Component(service = ChannelAddresses.class)
public final class ChannelAddresses {
    private final Map<String, ChannelAddress> addresses = new ConcurrentHashMap<>();
    private final List<Consumer<String>> listeners = new CopyOnWriteArrayList<>();

    @Reference(
            name = "addresses",
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            unbind = "remove")
    void add(ChannelAddress address) {
        addresses.put(address.lane(), address);
        listeners.forEach(listener -> listener.accept(address.lane()));
    }

    void remove(ChannelAddress address) {
        addresses.remove(address.lane(), address);
    }

    /** Whoever listens hears the lane of each address that comes; it must not wait, nor throw. */
    public void listen(Consumer<String> listener) {
        listeners.add(listener);
    }

    /** Undoes {@link #listen}. */
    public void unlisten(Consumer<String> listener) {
        listeners.remove(listener);
    }

    Optional<ChannelAddress> of(String jurisdiction, String channel) {
        return Optional.ofNullable(addresses.get(jurisdiction + "/" + channel));
    }
}
