/** The jurisdictions that are installed, and what they offer. */
package org.zhijian.core.internal.modules;
