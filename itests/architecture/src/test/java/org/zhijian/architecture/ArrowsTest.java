package org.zhijian.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;

/** Who may lean on whom: {@code jurisdictions -> api <- core <- {rest, portal, shell}}. */
@AnalyzeClasses(packages = Zhijian.ALL, importOptions = Zhijian.Production.class)
class ArrowsTest {

    @ArchTest
    static final ArchRule the_api_leans_on_nothing_of_ours = may(Zhijian.API, Zhijian.API)
            .because("whatever it leaned on, every jurisdiction would have to lean on too");

    @ArchTest
    static final ArchRule the_core_leans_on_the_api_alone = may(Zhijian.CORE, Zhijian.CORE, Zhijian.API)
            .because("screens, REST and jurisdictions come and go without it");

    @ArchTest
    static final ArchRule rest_leans_on_core_and_api = may(Zhijian.REST, Zhijian.REST, Zhijian.CORE, Zhijian.API)
            .because("it shows the core's services, nothing else");

    @ArchTest
    static final ArchRule the_portal_leans_on_core_and_api = may(
                    Zhijian.PORTAL, Zhijian.PORTAL, Zhijian.CORE, Zhijian.API)
            .because("screens are drawn from definitions and know no jurisdiction");

    @ArchTest
    static final ArchRule the_shell_leans_on_core_and_api = may(Zhijian.SHELL, Zhijian.SHELL, Zhijian.CORE, Zhijian.API)
            .because("the operator's commands show the core's services, nothing else")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule jurisdictions_lean_on_the_api_alone = may(
                    Zhijian.JURISDICTIONS, Zhijian.JURISDICTIONS, Zhijian.API)
            .because("a region is installed, upgraded and removed without touching anything else");

    @ArchTest
    static final ArchRule no_jurisdiction_leans_on_another = slices().matching("org.zhijian.jurisdiction.(*)..")
            .should()
            .notDependOnEachOther()
            .because("an authority installs its own module and nobody else's");

    @ArchTest
    static final ArchRule nothing_leans_on_a_jurisdiction = noClasses()
            .that()
            .resideOutsideOfPackage(Zhijian.JURISDICTIONS)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(Zhijian.JURISDICTIONS)
            .because("the platform must run with any set of regions, also with none");

    @ArchTest
    static final ArchRule what_is_internal_stays_in_its_bundle = ArchRuleDefinition.classes()
            .should(new ArchCondition<>("use internal packages of their own bundle only") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    type.getDirectDependenciesFromSelf().stream()
                            .filter(dependency -> isForeignInternal(type, dependency))
                            .forEach(dependency ->
                                    events.add(SimpleConditionEvent.violated(type, dependency.getDescription())));
                }
            })
            .because("internal packages are not exported, and may change from one day to the next");

    /** Classes of this package may use these packages of ours, and whatever is not ours. */
    private static ArchRule may(String from, String... used) {
        DescribedPredicate<JavaClass> ours = resideInAPackage(Zhijian.ALL + "..");
        DescribedPredicate<JavaClass> forbidden =
                ours.and(DescribedPredicate.not(used.length == 0 ? alwaysTrue() : resideInAnyPackage(used)));
        return noClasses()
                .that()
                .resideInAPackage(from)
                .should()
                .dependOnClassesThat(forbidden.as("are ours but outside of %s", String.join(", ", used)));
    }

    private static boolean isForeignInternal(JavaClass type, Dependency dependency) {
        String used = dependency.getTargetClass().getPackageName();
        int internal = used.indexOf(".internal");
        return used.startsWith(Zhijian.ALL + ".")
                && internal > 0
                && !(type.getPackageName() + ".").startsWith(used.substring(0, internal) + ".");
    }
}
