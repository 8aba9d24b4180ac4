/** Definitions as stored values: JSON, content hash, what a case is pinned to. */
package org.zhijian.core.internal.definition;
