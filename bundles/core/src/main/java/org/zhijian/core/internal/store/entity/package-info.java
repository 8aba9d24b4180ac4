/**
 * The tables as objects. They hold what is stored and no rule; Liquibase owns the schema (resources/db). Form data and records are JSON
 * documents beside indexed columns.
 */
package org.zhijian.core.internal.store.entity;
