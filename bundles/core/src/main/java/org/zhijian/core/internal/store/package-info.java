/** The database: connections, migrations, transactions, and JSON as it is stored. */
package org.zhijian.core.internal.store;
