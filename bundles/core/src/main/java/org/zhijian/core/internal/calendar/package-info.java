/** The calendar of working days, as it is kept. */
package org.zhijian.core.internal.calendar;
