/** Gateways of SMS. */
package org.zhijian.core.internal.sms;
