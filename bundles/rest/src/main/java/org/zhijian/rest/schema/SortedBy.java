package org.zhijian.rest.schema;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a list may be sorted by: the constants' names in small letters, each also with a minus for the last first. */
@Target({ElementType.FIELD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
public @interface SortedBy {
    Class<? extends Enum<?>> value();
}
