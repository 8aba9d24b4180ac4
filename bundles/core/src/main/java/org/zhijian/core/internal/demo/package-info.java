/** The synthetic cast of a demonstration. */
package org.zhijian.core.internal.demo;
