/** What jurisdictions ask each other: one words a question, others answer it, and none of them knows the other. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.zhijian.api.query;
