/** What HTTP asks of every call alike: who calls, how much may be sent, how refusals look, how JSON is read and written. */
package org.zhijian.rest.http;
