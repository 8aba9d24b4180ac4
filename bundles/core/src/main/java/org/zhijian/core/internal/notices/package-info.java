/** Announcements. */
package org.zhijian.core.internal.notices;
