/** Other agencies' systems: their accounts, and what they may. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.zhijian.core.agencies;
