package org.zhijian.core.internal.attachments;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Reads and searches the bytes of a file without copying them: positions are absolute, beyond the end there is nothing. */
final class Bytes {
    private Bytes() {}

    /** The byte at a position, 0 to 255, or -1 beyond the end. */
    static int at(ByteBuffer bytes, int position) {
        return 0 <= position && position < bytes.limit() ? bytes.get(position) & 0xFF : -1;
    }

    /** Two bytes, big-endian, or -1 beyond the end. */
    static int pair(ByteBuffer bytes, int position) {
        return position >= 0 && position + 2 <= bytes.limit() ? at(bytes, position) << 8 | at(bytes, position + 1) : -1;
    }

    /** Four bytes, big-endian and without sign, or -1 beyond the end. */
    static long quad(ByteBuffer bytes, int position) {
        return position >= 0 && position + 4 <= bytes.limit()
                ? (long) pair(bytes, position) << 16 | pair(bytes, position + 2)
                : -1;
    }

    /** Four bytes, little-endian and without sign, or -1 beyond the end. */
    static long reversedQuad(ByteBuffer bytes, int position) {
        long quad = quad(bytes, position);
        return quad < 0 ? -1 : Integer.toUnsignedLong(Integer.reverseBytes((int) quad));
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    static boolean startsWith(ByteBuffer bytes, int position, byte[] pattern) {
        if (position < 0 || position + pattern.length > bytes.limit()) {
            return false;
        }
        for (int i = 0; i < pattern.length; i++) {
            if (bytes.get(position + i) != pattern[i]) {
                return false;
            }
        }
        return true;
    }

    /** Where a pattern is found first at or behind a position, or -1. */
    static int indexOf(ByteBuffer bytes, int from, byte[] pattern) {
        for (int i = Math.max(from, 0); i + pattern.length <= bytes.limit(); i++) {
            if (bytes.get(i) == pattern[0] && startsWith(bytes, i, pattern)) {
                return i;
            }
        }
        return -1;
    }

    /** True if a text in small letters occurs, in letters of whatever size. */
    static boolean mentions(ByteBuffer bytes, byte[] lowerCase) {
        int last = bytes.limit() - lowerCase.length;
        for (int i = 0; i <= last; i++) {
            int matched = 0;
            while (matched < lowerCase.length && lower(bytes.get(i + matched)) == lowerCase[matched]) {
                matched++;
            }
            if (matched == lowerCase.length) {
                return true;
            }
        }
        return false;
    }

    private static int lower(byte letter) {
        return 'A' <= letter && letter <= 'Z' ? letter + ('a' - 'A') : letter;
    }
}
