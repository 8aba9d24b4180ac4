/** The audit: what happened, proof that nobody changed it, and its export. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.zhijian.core.audit;
