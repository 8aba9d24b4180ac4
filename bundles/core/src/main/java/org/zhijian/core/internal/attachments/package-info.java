/** Attachments: checks and content. */
package org.zhijian.core.internal.attachments;
