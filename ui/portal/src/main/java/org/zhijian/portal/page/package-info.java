/** The pages, one class for each address. */
package org.zhijian.portal.page;
