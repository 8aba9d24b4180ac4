/** A case on the screen: filled in, looked at, decided. */
package org.zhijian.portal.casework;
