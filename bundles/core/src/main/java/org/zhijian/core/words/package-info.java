/** How values are written for people, on screens, in prints and in exports. Pure functions. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.zhijian.core.words;
