/** Commands of the operator at the console of the process. */
package org.zhijian.shell;
