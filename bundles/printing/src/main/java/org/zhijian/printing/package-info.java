/** Sheets set in type as PDF. */
package org.zhijian.printing;
