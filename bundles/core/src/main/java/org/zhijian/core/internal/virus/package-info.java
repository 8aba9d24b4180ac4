/** Asks virus scanners about uploads. */
package org.zhijian.core.internal.virus;
