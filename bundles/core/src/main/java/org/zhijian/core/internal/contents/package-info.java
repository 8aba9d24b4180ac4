/** Where the bytes of files lie: in a folder or in an S3-compatible store, each content once, under its hash. */
package org.zhijian.core.internal.contents;
