package org.zhijian.core.internal.modules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhijian.api.Problem;

/** What the manifest of a module may say. */
class ManifestProblemsTest {
    private static final Map<String, String> GOOD = Map.of(
            "Bundle-ManifestVersion", "2",
            "Bundle-SymbolicName", "org.example.toy",
            "Require-Capability", "org.zhijian.platform;filter:=\"(&(version>=1.0.0)(!(version>=2.0.0)))\"",
            "Import-Package", "java.util,org.zhijian.api;version=\"[1.0,2)\",org.zhijian.api.form;version=\"[1.0,2)\"",
            "Service-Component", "OSGI-INF/toy.xml");

    private static List<Problem> with(String header, String value) {
        Map<String, String> headers = new HashMap<>(GOOD);
        headers.put(header, value);
        return ManifestProblems.of(headers::get);
    }

    @Test
    void a_module_on_the_api_alone_is_in_order() {
        assertThat(ManifestProblems.of(GOOD::get)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Import-Package         | org.zhijian.core.cases;version="[1.0,2)"   | 引用了 org.zhijian.core.cases
                    Import-Package         | org.zhijian.apis                           | 引用了 org.zhijian.apis
                    Import-Package         | jakarta.persistence                        | 引用了 jakarta.persistence
                    Export-Package         | org.example.toy                            | Export-Package
                    DynamicImport-Package  | *                                          | DynamicImport-Package
                    Require-Bundle         | org.zhijian.core                           | Require-Bundle
                    Fragment-Host          | org.zhijian.core                           | Fragment-Host
                    Bundle-Activator       | org.example.Activator                      | Bundle-Activator
                    Require-Capability     | osgi.ee;filter:="(osgi.ee=JavaSE)"         | org.zhijian.platform
                    """)
    void what_a_module_must_not_say_is_told_with_its_header(String header, String value, String told) {
        assertThat(with(header, value)).singleElement().satisfies(problem -> {
            assertThat(problem.sentence()).contains(told);
            assertThat(problem.place()).isEqualTo("清单 " + header);
            assertThat(problem.mend()).isNotBlank();
        });
    }

    @Test
    void all_problems_are_told_at_once() {
        Map<String, String> bad = Map.of(
                "Bundle-ManifestVersion", "2",
                "Bundle-SymbolicName", "org.example.toy",
                "Import-Package", "org.zhijian.core.cases,org.apache.karaf");

        assertThat(ManifestProblems.of(bad::get)).hasSize(4);
    }

    @Test
    void a_jar_that_is_no_bundle_is_told_so_alone() {
        assertThat(ManifestProblems.of(header -> null))
                .extracting(Problem::problem)
                .containsExactly("不是 OSGi 程序包");
    }
}
