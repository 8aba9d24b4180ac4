/** Working days: holidays and make-up working days, as a region's administrator keeps them. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.zhijian.core.calendar;
