package org.zhijian.api;

import org.osgi.annotation.versioning.ConsumerType;

/** A constant that people see under a Chinese title, such as a status or an entry of a choice. */
@ConsumerType
public interface Titled {
    /** The title in Chinese, never blank. */
    String title();

    /** The code kept in data and spoken over REST. Enums answer with their own name. */
    String name();
}
