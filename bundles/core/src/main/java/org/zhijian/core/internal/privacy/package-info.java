/** Personal data: where they are, and how they look to those who may not see them in clear (design invariant 10). */
package org.zhijian.core.internal.privacy;
