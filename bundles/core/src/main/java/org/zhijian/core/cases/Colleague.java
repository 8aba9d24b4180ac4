package org.zhijian.core.cases;

import java.util.Objects;

/** An officer to whom work can be passed. */
public record Colleague(String loginName, String name) {
    public Colleague {
        Objects.requireNonNull(loginName);
        Objects.requireNonNull(name);
    }
}
