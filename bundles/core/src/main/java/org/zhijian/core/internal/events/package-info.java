/** The feed of changes. */
package org.zhijian.core.internal.events;
