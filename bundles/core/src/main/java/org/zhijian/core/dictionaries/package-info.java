/** The dictionaries of a region, for those who administer it. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.zhijian.core.dictionaries;
