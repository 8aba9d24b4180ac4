/**
 * What the author of a jurisdiction needs to test it without a container: a world in memory, cases set up in a line, and the contract that
 * every jurisdiction passes.
 */
package org.zhijian.testkit;
