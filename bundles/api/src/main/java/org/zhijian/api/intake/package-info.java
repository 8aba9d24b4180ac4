/** What other systems push in: channels, and what follows from their messages. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.zhijian.api.intake;
