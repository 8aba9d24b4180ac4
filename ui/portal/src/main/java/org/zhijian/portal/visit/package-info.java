/** Who sits at a browser, where, and what the core offers. */
package org.zhijian.portal.visit;
