/** The box in which people sign in, one form for each way that a region offers. */
package org.zhijian.portal.signin;
