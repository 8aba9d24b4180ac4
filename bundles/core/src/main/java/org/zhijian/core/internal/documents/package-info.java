/** Printed documents as the core keeps them. */
package org.zhijian.core.internal.documents;
