package org.zhijian.core.documents;

import org.osgi.annotation.versioning.ConsumerType;

/** Sets sheets in type. Provided by a bundle of its own, since that needs libraries and fonts which the core does without. */
@ConsumerType
public interface Typesetter {

    /**
     * The sheet as PDF, with its fonts inside. Costs memory and some hundred milliseconds; thread-safe.
     *
     * @throws org.zhijian.core.access.Refusal 503 if too many are being set at the moment
     */
    byte[] pdf(Sheet sheet);
}
