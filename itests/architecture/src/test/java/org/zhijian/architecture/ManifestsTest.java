package org.zhijian.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Collections;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What the built bundles tell the resolver about themselves. */
class ManifestsTest {
    private static final String IMPORT = "Import-Package";
    private static final String EXPORT = "Export-Package";
    private static final String REQUIRE = "Require-Capability";

    /** One clause of a header: up to a comma that stands in no quotes. */
    private static final Pattern CLAUSE = Pattern.compile("(?:[^,\"]|\"[^\"]*\")+");

    private static final List<Attributes> BUNDLES = bundles();

    @Test
    void all_bundles_are_there() {
        assertThat(BUNDLES.stream().map(ManifestsTest::name))
                .as("bundles on the class path; manifests are made when a module is packaged")
                .contains("org.zhijian.api", "org.zhijian.core", "org.zhijian.rest", "org.zhijian.portal")
                .anyMatch(name -> name.startsWith("org.zhijian.jurisdiction."));
    }

    @TestFactory
    Stream<DynamicTest> a_jurisdiction_imports_the_api_and_nothing_else_of_ours() {
        return jurisdictions(bundle -> assertThat(clauses(bundle, IMPORT))
                .isNotEmpty()
                .allMatch(clause -> clause.startsWith("org.zhijian.api") || clause.startsWith("java.")));
    }

    @TestFactory
    Stream<DynamicTest> a_jurisdiction_requires_the_platform_in_a_range_of_versions() {
        return jurisdictions(bundle -> assertThat(clauses(bundle, REQUIRE))
                .filteredOn(clause -> clause.startsWith("org.zhijian.platform"))
                .singleElement()
                .asString()
                .contains("version>=1", "!(version>=2"));
    }

    @TestFactory
    Stream<DynamicTest> a_jurisdiction_exports_nothing() {
        return jurisdictions(bundle -> assertThat(clauses(bundle, EXPORT)).isEmpty());
    }

    @Test
    void the_core_provides_what_jurisdictions_require() {
        assertThat(clauses(bundle("org.zhijian.core"), "Provide-Capability"))
                .filteredOn(clause -> clause.startsWith("org.zhijian.platform"))
                .singleElement()
                .asString()
                .contains("version:Version=\"1.");
    }

    @TestFactory
    Stream<DynamicTest> exported_packages_carry_versions_and_are_never_internal() {
        return Stream.of("org.zhijian.api", "org.zhijian.core")
                .map(name -> DynamicTest.dynamicTest(name, () -> assertThat(clauses(bundle(name), EXPORT))
                        .isNotEmpty()
                        .allMatch(clause -> clause.contains("version=\"1.") && !clause.contains("version=\"0"))
                        .noneMatch(clause -> clause.split(";")[0].contains(".internal"))));
    }

    private interface Check {
        void of(Attributes bundle);
    }

    private static Stream<DynamicTest> jurisdictions(Check check) {
        return BUNDLES.stream()
                .filter(bundle -> name(bundle).startsWith("org.zhijian.jurisdiction."))
                .map(bundle -> DynamicTest.dynamicTest(name(bundle), () -> check.of(bundle)));
    }

    private static Attributes bundle(String name) {
        return BUNDLES.stream()
                .filter(bundle -> name(bundle).equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String name(Attributes bundle) {
        return bundle.getValue("Bundle-SymbolicName").split(";")[0];
    }

    private static List<String> clauses(Attributes bundle, String header) {
        String value = bundle.getValue(header);
        return value == null
                ? List.of()
                : CLAUSE.matcher(value)
                        .results()
                        .map(clause -> clause.group().strip())
                        .toList();
    }

    private static List<Attributes> bundles() {
        try {
            return Collections.list(ManifestsTest.class.getClassLoader().getResources("META-INF/MANIFEST.MF")).stream()
                    .map(ManifestsTest::read)
                    .filter(manifest -> manifest.getValue("Bundle-SymbolicName") != null)
                    .filter(manifest -> name(manifest).startsWith("org.zhijian."))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Attributes read(URL manifest) {
        try (InputStream in = manifest.openStream()) {
            return new Manifest(in).getMainAttributes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(manifest.toString(), unreadable);
        }
    }
}
