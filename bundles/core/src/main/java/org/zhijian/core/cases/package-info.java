/** Cases and tasks: everything that applicants and reviewers do. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.zhijian.core.cases;
