package org.zhijian.api.query;

import java.util.List;

/**
 * What is known over all jurisdictions in answer to a question.
 *
 * @param found what those say that answered, jurisdiction after jurisdiction
 * @param silent titles of the jurisdictions that are known to answer and do not run, or failed to; where none was ever met, the question's own title.
 *     Empty if everybody has answered: only then does an empty {@code found} mean that there is nothing
 */
public record Answers<A extends Record>(List<A> found, List<String> silent) {
    public Answers {
        found = List.copyOf(found);
        silent = List.copyOf(silent);
    }

    /** True if everybody who is known to answer has. */
    public boolean isComplete() {
        return silent.isEmpty();
    }

    /** Who has not answered, as people read it: 甲系统、乙系统. Blank if everybody has. */
    public String silentNames() {
        return String.join("、", silent);
    }
}
