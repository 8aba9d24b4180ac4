package org.zhijian.api.procedure;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A rule: a pure function of the facts. It changes nothing, does not wait, keeps nothing, and tolerates a form that is only half filled in.
 */
@ConsumerType
@FunctionalInterface
public interface Guard {
    /** What the rule has to say; never null, empty if nothing. */
    List<Finding> check(CaseFacts facts);
}
