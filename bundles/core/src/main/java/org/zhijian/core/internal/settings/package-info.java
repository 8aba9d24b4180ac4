/** The configuration and the clock. */
package org.zhijian.core.internal.settings;
