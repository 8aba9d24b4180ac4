/** The HTTP contract over the core's services: where it is put together and published. Nothing is exported. */
package org.zhijian.rest;
