/** Messages from other systems: taken in, judged, put into quarantine and mended. */
package org.zhijian.core.internal.intake;
