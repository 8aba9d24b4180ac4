package org.zhijian.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Which technology lives where. */
@AnalyzeClasses(packages = Zhijian.ALL, importOptions = Zhijian.Production.class)
class TechnologyTest {

    @ArchTest
    static final ArchRule everything_speaks_jakarta = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "javax.servlet..",
                    "javax.persistence..",
                    "javax.ws..",
                    "javax.websocket..",
                    "javax.inject..",
                    "javax.annotation",
                    "javax.transaction..",
                    "javax.validation..",
                    "javax.xml.bind..")
            .because("the container holds the jakarta APIs only: a javax class would be found in nobody's bundle");

    @ArchTest
    static final ArchRule jpa_lives_in_the_core = only(
                    Zhijian.CORE, "jakarta.persistence..", "org.apache.openjpa..", "liquibase..", "com.zaxxer.hikari..")
            .because("one place decides how things are stored, and keeps its invariants");

    @ArchTest
    static final ArchRule jax_rs_lives_in_rest =
            only(Zhijian.REST, "jakarta.ws.rs..", "org.apache.cxf..").because("a resource holds no rule");

    @ArchTest
    static final ArchRule vaadin_lives_in_the_portal = only(Zhijian.PORTAL, "com.vaadin..")
            .because("a jurisdiction's screens come from its definitions, and a rule knows no screen");

    @ArchTest
    static final ArchRule the_api_knows_the_jdk_alone = classes()
            .that()
            .resideInAPackage(Zhijian.API)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", Zhijian.API, "org.osgi.annotation..")
            .because("a module compiles against it with nothing else on its class path");

    @ArchTest
    static final ArchRule jurisdictions_know_the_jdk_and_the_api_alone = classes()
            .that()
            .resideInAPackage(Zhijian.JURISDICTIONS)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..", Zhijian.API, Zhijian.JURISDICTIONS, "org.osgi.service.component.annotations..")
            .because("nothing of OSGi, JPA, HTTP or Vaadin is in sight of who writes down a region's rules");

    @ArchTest
    static final ArchRule chains_and_forms_are_pure = noClasses()
            .that()
            .resideInAnyPackage("org.zhijian.core.internal.chain..", "org.zhijian.core.internal.form..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "jakarta.persistence..",
                    "org.apache.openjpa..",
                    "org.osgi.framework..",
                    "org.osgi.service..",
                    "java.sql..",
                    "org.zhijian.core.internal.store..")
            .because("what decides and what validates is tested without a container and without a database");

    /** These packages are used in one part of ours only. */
    private static ArchRule only(String part, String... packages) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(part)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(packages);
    }
}
