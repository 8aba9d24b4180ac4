/** The review chain: a small closed algebra of steps, their actors and decisions. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.zhijian.api.chain;
