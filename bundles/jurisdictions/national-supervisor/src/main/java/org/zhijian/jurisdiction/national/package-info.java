/**
 * 注册监理工程师管理系统: people apply to be registered as supervising engineers, their firms report, the ministry's centre reviews and the ministry
 * decides. Rule ids, such as NS-R05, are those of the manual's reading.
 */
package org.zhijian.jurisdiction.national;
