/** Work in the background that goes on in lanes beside each other. */
package org.zhijian.core.internal.lanes;
