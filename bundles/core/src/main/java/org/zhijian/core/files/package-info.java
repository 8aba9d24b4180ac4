/** What a site may put between an upload and the store: its virus scanner. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.zhijian.core.files;
