/** Procedures: a form, its guards, its chain and the effects of decisions. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.zhijian.api.procedure;
