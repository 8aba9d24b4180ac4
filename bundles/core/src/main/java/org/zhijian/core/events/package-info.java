/** What changed, for other agencies to follow. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.zhijian.core.events;
