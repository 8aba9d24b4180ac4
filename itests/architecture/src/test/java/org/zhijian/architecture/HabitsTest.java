package org.zhijian.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

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
}
