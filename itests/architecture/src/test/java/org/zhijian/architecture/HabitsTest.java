package org.zhijian.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;

/** What no production code does. */
@AnalyzeClasses(packages = Zhijian.ALL, importOptions = Zhijian.Production.class)
class HabitsTest {

    @ArchTest
    static final ArchRule nobody_writes_to_the_standard_streams =
            GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.because("a log has levels and a file");

    @ArchTest
    static final ArchRule everybody_logs_through_slf4j = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.util.logging..", "org.apache.logging..", "org.apache.commons.logging..")
            .because("one configuration file decides what is logged");

    @ArchTest
    static final ArchRule nobody_sleeps = noClasses()
            .should()
            .callMethod(Thread.class, "sleep", long.class)
            .orShould()
            .callMethod(Thread.class, "sleep", long.class, int.class)
            .because("who waits, waits for something that can be named");

    @ArchTest
    static final ArchRule nobody_ends_the_process = noClasses()
            .should()
            .callMethod(System.class, "exit", int.class)
            .orShould()
            .callMethod(Runtime.class, "halt", int.class)
            .because("the process belongs to the container and its operator");

    @ArchTest
    static final ArchRule who_takes_a_body_says_of_which_kind = methods()
            .that(takeABody())
            .should()
            .beAnnotatedWith("jakarta.ws.rs.Consumes")
            .because(
                    "a body of another kind is then refused with 415 before anybody tries to read it, which would be logged as an error");

    private static DescribedPredicate<JavaMethod> takeABody() {
        return DescribedPredicate.describe(
                "take a body",
                method -> method.isAnnotatedWith(DescribedPredicate.describe(
                                "a method of HTTP",
                                annotation -> annotation.getRawType().isAnnotatedWith("jakarta.ws.rs.HttpMethod")))
                        && method.getParameters().stream()
                                .anyMatch(
                                        parameter -> parameter.getAnnotations().isEmpty()));
    }
}
