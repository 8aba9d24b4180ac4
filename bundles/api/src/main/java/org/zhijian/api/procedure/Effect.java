package org.zhijian.api.procedure;

import org.osgi.annotation.versioning.ConsumerType;

/** What a decision does to registers, identity, numbering and announcements. It runs inside the transaction of the decision. */
@ConsumerType
@FunctionalInterface
public interface Effect {
    void apply(CaseFacts facts, Changes changes);
}
