package org.zhijian.core.internal.settings;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.Map;

/** Settings as tests want them; what they leave out has its default. */
public final class TestSettings {
    private TestSettings() {}

    public static Settings of(Path data, Map<String, Object> values) {
        return new Settings((Settings.Keys) Proxy.newProxyInstance(
                Settings.Keys.class.getClassLoader(),
                new Class<?>[] {Settings.Keys.class},
                (proxy, method, arguments) -> method.getName().equals("data")
                        ? data.toString()
                        : values.getOrDefault(method.getName(), method.getDefaultValue())));
    }
}
