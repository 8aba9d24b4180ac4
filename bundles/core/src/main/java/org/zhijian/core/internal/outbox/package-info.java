/** Messages that leave the system, or go to desks, after the transaction that they speak of. */
package org.zhijian.core.internal.outbox;
