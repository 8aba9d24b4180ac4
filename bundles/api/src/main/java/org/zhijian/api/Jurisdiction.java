package org.zhijian.api;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * The one service that a jurisdiction module registers. Whatever belongs to one authority (forms, rules, chains, registers, texts) hangs
 * off its descriptor. The core reads the descriptor once, when the service appears; it must be immutable and cheap to make.
 */
@ConsumerType
public interface Jurisdiction {
    /** All that this jurisdiction declares. Never null, the same value at each call. */
    Descriptor descriptor();

    /** The synthetic cast that is loaded when the system runs as a demonstration, and never otherwise. */
    default Demonstration demonstration() {
        return Demonstration.NONE;
    }
}
