/** Calls over HTTP, bounded in time and size. */
package org.zhijian.core.internal.http;
