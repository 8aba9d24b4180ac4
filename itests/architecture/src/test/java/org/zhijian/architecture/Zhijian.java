package org.zhijian.architecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Where the parts of the platform are found: packages for the rules over classes, folders for those over sources. */
final class Zhijian {
    static final String ALL = "org.zhijian";
    static final String API = "org.zhijian.api..";
    static final String CORE = "org.zhijian.core..";
    static final String REST = "org.zhijian.rest..";
    static final String PORTAL = "org.zhijian.portal..";
    static final String SHELL = "org.zhijian.shell..";
    static final String JURISDICTIONS = "org.zhijian.jurisdiction..";

    private Zhijian() {}

    /** Leaves these tests themselves out of what they judge. */
    static final class Production implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("/org/zhijian/architecture/");
        }
    }

    /** The folder with all sources, found from wherever the tests are started. */
    static Path root() {
        return Stream.iterate(Path.of("").toAbsolutePath(), Path::getParent)
                .takeWhile(folder -> folder != null)
                .filter(folder -> Files.isDirectory(folder.resolve("bundles/api")))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("started outside the sources of Zhijian"));
    }
}
