/** What a jurisdiction module registers: {@link org.zhijian.api.Jurisdiction} and its descriptor. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.zhijian.api;
