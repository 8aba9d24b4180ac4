/**
 * The numbers of Chinese administration and the other things that can be judged by their shape alone: pure functions over strings, without state,
 * without a clock and without I/O (but for the region table, read once).
 *
 * <p>Each number has a class of its own with the same small shape: {@code normalise} brings an entry into the written form, {@code check} judges
 * the written form and answers with a {@link org.zhijian.api.check.Verdict}. Every {@code check} takes {@code null} for the empty string, is
 * thread-safe and never throws.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.zhijian.api.check;
