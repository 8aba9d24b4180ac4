package org.zhijian.core.internal.settings;

import java.lang.reflect.Proxy;
import java.util.Map;

/** Configuration as a component would get it; what is left out has its default. */
public final class TestKeys {
    private TestKeys() {}

    public static <K> K of(Class<K> type, Map<String, Object> values) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> values.getOrDefault(method.getName(), method.getDefaultValue())));
    }
}
