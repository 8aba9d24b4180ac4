/** Checkpoints, their verification, and exports of the log. */
package org.zhijian.core.internal.audit;
