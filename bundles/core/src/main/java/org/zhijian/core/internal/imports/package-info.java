/** Reading tables that people bring: CSV and XLSX. */
package org.zhijian.core.internal.imports;
