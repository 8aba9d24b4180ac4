/** The review chain as pure functions. */
package org.zhijian.core.internal.chain;
