/** Modules in the running system: how they come, change and go. */
package org.zhijian.itests.modules;
