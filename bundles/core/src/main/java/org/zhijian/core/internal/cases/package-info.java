/** Cases and tasks. */
package org.zhijian.core.internal.cases;
