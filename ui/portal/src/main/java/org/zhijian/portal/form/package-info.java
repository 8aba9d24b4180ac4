/** Forms on the screen: each type of field as a control. */
package org.zhijian.portal.form;
