/** What several pages are built of. */
package org.zhijian.portal.components;
