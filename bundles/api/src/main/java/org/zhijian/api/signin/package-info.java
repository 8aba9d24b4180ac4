/** How people sign in at a region's portal, and what is done when they cannot. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.zhijian.api.signin;
