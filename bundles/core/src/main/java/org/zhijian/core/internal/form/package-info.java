/** Validation and labels, read off the one description of a form. */
package org.zhijian.core.internal.form;
