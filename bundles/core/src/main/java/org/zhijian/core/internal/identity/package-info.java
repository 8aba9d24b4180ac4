/** Accounts, sign-in, organisations and people. */
package org.zhijian.core.internal.identity;
