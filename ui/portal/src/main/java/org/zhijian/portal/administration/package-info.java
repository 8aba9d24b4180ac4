/** The screens of those who administer a region. */
package org.zhijian.portal.administration;
