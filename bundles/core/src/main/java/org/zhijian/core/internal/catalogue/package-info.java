/** What is installed, as everybody may ask. */
package org.zhijian.core.internal.catalogue;
