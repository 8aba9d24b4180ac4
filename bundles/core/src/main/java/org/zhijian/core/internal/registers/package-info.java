/** Records of registers. */
package org.zhijian.core.internal.registers;
