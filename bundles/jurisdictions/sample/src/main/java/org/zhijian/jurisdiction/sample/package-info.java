/** 示例市: a fictional city that registers market stalls. It shows each thing that a jurisdiction can declare once, and tests lean on it. */
package org.zhijian.jurisdiction.sample;
