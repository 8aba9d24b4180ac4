package org.zhijian.rest.http;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks what an account may do although it must change its password first. Everything else answers 403 {@code MUST_CHANGE_PASSWORD}. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface BeforePasswordChange {}
