/** How the screens are hung into the web server. */
package org.zhijian.portal.web;
