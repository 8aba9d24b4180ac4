/** The same job done by hand-written JDBC, by Flowable and by the platform's own services, measured side by side on one PostgreSQL. */
package org.zhijian.benchmarks;
