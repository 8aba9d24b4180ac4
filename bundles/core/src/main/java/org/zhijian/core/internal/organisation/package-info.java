/** What an organisation sees of itself. */
package org.zhijian.core.internal.organisation;
