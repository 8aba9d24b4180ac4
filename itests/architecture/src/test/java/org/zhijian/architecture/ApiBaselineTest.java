package org.zhijian.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import aQute.bnd.service.diff.Tree;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhijian.api.Jurisdiction;

/**
 * Modules are built against the API by people whom we do not know: a package that changes under them says so by its version. What was released last
 * stands in {@code bundles/api/released.txt}; {@code -Dzhijian.api.release} writes it anew, once for each release.
 */
class ApiBaselineTest {
    private static final Path RELEASED = Zhijian.root().resolve("bundles/api/released.txt");

    @TempDir
    private Path folder;

    @Test
    void every_package_of_the_api_bears_a_version_that_tells_what_has_changed_since_the_last_release()
            throws Exception {
        File bundle = new File(Jurisdiction.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        Tree now = ApiTree.of(bundle);
        if (Boolean.getBoolean("zhijian.api.release")) {
            Files.write(RELEASED, ApiTree.write(now));
        }

        assertThat(ApiBaseline.problems(ApiTree.read(Files.readAllLines(RELEASED)), now))
                .as("packages of the API against the last release (docs/decisions/0081)")
                .isEmpty();
    }

    @ParameterizedTest(name = "{0} | {1} | {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "class T { public void a() {} }          | class T { public void a() {} }                       | 1.0.0 | ''",
                "class T { public void a() {} }          | class T { public void a() { hashCode(); } }          | 1.0.0 | ''",
                "class T { public void a() {} }          | class T { public void a() {} public void b() {} }    | 1.0.0 | 1.1.0",
                "class T { public void a() {} }          | class T { public void a() {} public void b() {} }    | 1.1.0 | ''",
                "class T { public void a() {} }          | class T { public void a(int x) {} }                  | 1.1.0 | 2.0.0",
                "class T { public void a() {} }          | class T { }                                          | 1.9.0 | 2.0.0",
                "class T { public void a() {} }          | class T { }                                          | 2.0.0 | ''",
                "class T { public int a() { return 1; } } | class T { public long a() { return 1; } }           | 1.0.0 | 2.0.0",
                "interface T { void a(); }               | interface T { void a(); void b(); }                  | 1.1.0 | 2.0.0",
                "interface T { void a(); }               | interface T { void a(); default void b() {} }        | 1.0.0 | 1.1.0",
                "record T(int a) {}                      | record T(int a, int b) {}                            | 1.1.0 | 2.0.0",
                "enum T { A }                            | enum T { A, B }                                      | 1.0.0 | 1.1.0",
                "enum T { A, B }                         | enum T { A }                                         | 1.1.0 | 2.0.0"
            })
    void a_change_that_modules_notice_needs_a_version(String before, String after, String version, String needed)
            throws Exception {
        Tree released = ApiTree.read(ApiTree.write(ApiTree.of(bundle("before", "1.0.0", before))));

        List<String> problems = ApiBaseline.problems(released, ApiTree.of(bundle("after", version, after)));

        if (needed.isEmpty()) {
            assertThat(problems).isEmpty();
        } else {
            assertThat(problems)
                    .singleElement()
                    .asString()
                    .startsWith("example.api: its @Version must be " + needed + ", it is " + version);
        }
    }

    @Test
    void what_has_changed_is_named() throws Exception {
        Tree released = ApiTree.of(bundle("before", "1.0.0", "class T { public void a() {} }"));
        Tree now = ApiTree.of(bundle("after", "1.0.0", "class T { }"));

        assertThat(ApiBaseline.problems(released, now).get(0)).contains("example.api.T", "method a()");
    }

    @Test
    void a_package_that_is_gone_is_told() throws Exception {
        Tree released = ApiTree.of(bundle("before", "1.0.0", "class T { }"));

        assertThat(ApiBaseline.problems(released, ApiTree.of(bundle("after", "", ""))))
                .singleElement()
                .asString()
                .startsWith("example.api: was released and is gone");
    }

    /** A bundle that exports a package with one type; none at all without a version. */
    private File bundle(String name, String version, String type) throws IOException {
        Path classes = Files.createDirectories(folder.resolve(name));
        Manifest manifest = new Manifest();
        Attributes headers = manifest.getMainAttributes();
        headers.putValue("Manifest-Version", "1.0");
        headers.putValue("Bundle-ManifestVersion", "2");
        headers.putValue("Bundle-SymbolicName", name);
        if (!version.isEmpty()) {
            headers.putValue("Export-Package", "example.api;version=\"" + version + "\"");
            Path source = Files.writeString(classes.resolve("T.java"), "package example.api; public " + type);
            assertThat(ToolProvider.getSystemJavaCompiler()
                            .run(null, null, null, "-d", classes.toString(), source.toString()))
                    .as("compiles: " + type)
                    .isZero();
        }
        Path jar = folder.resolve(name + ".jar");
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file, manifest);
                Stream<Path> all = Files.walk(classes)) {
            for (Path compiled :
                    all.filter(path -> path.toString().endsWith(".class")).toList()) {
                out.putNextEntry(new JarEntry(classes.relativize(compiled).toString()));
                Files.copy(compiled, out);
            }
        }
        return jar.toFile();
    }
}
