/** The resources, one a noun. None of them holds a rule: each reads the call, asks one service of the core, and gives the answer its shape. */
package org.zhijian.rest.resource;
