/** How the HTTP server itself refuses what reaches neither the REST interface nor the portal. */
package org.zhijian.http;
