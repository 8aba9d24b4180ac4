/** How well a scan can be read, judged by its pixels within bounds of memory and time. */
package org.zhijian.core.internal.scans;
