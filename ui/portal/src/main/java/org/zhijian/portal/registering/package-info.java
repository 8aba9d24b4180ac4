/** The screens of those who have no account yet, and of offices that open accounts for them. */
package org.zhijian.portal.registering;
