/** The way to other agencies: addresses, signatures and answers. */
package org.zhijian.core.internal.agency;
