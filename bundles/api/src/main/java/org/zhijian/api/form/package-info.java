/** Forms as values: fields, conditions, attachment slots and the data that people fill in. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.zhijian.api.form;
