/**
 * 云南省建筑市场监管与诚信一体化平台（质量安全管理系统）: who may take on works as project manager, safety officer or chief supervisor, and works from filing
 * to completion. Rules are named YN-R01 to YN-R14 after the specification.
 */
package org.zhijian.jurisdiction.yunnan;
