/** Writes lists as files for spreadsheets. */
package org.zhijian.core.internal.exports;
