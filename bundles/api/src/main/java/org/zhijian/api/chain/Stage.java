package org.zhijian.api.chain;

import java.util.Objects;

/**
 * A state under the words of one jurisdiction.
 *
 * @param state the state that the core knows
 * @param label what people read, such as 待省复核
 */
public record Stage(CaseState state, String label) {
    public Stage {
        Objects.requireNonNull(state);
        Objects.requireNonNull(label);
    }

    /** The state under its own title. */
    public static Stage of(CaseState state) {
        return new Stage(state, state.title());
    }
}
