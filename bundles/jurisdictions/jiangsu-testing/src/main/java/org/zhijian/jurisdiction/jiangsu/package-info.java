/**
 * 江苏省检测机构及人员信用管理, after the province's 操作程序及“管理系统”操作指南: one file a matter, one file a register. 操作指南 with a section, as a
 * rule's source, means that document.
 */
package org.zhijian.jurisdiction.jiangsu;
