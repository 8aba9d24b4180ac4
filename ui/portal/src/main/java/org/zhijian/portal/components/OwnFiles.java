package org.zhijian.portal.components;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;

/** The files that this bundle serves to browsers. */
public final class OwnFiles {
    private OwnFiles() {}

    /** The path with a version that changes with the content, so that browsers may keep the file as long as they like. */
    public static String versioned(String path) {
        try (InputStream file = OwnFiles.class.getClassLoader().getResourceAsStream("META-INF/resources/" + path)) {
            return path + "?v=" + Integer.toHexString(Arrays.hashCode(file.readAllBytes()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
