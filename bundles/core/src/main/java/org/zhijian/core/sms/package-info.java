/** The way to people's telephones: what a carrier's gateway implements. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.zhijian.core.sms;
