package io.github.spinodal.examples;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.Serializable;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The plan of the house, kept by a test. */
class ArchitectureTest {
    private static final String ROOT = "io.github.spinodal.";
    private static final String[] LIBRARIES = {ROOT + "core..", ROOT + "eis..", ROOT + "phasefield..", ROOT + "sfmm.."};

    private static JavaClasses all;

    @BeforeAll
    static void readClasses() {
        all = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("io.github.spinodal");
    }

    @Test
    void coreDependsOnNoOtherModule() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + "core..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ROOT + "eis..", ROOT + "phasefield..", ROOT + "sfmm..", ROOT + "examples..")
                .check(all);
    }

    @Test
    void siblingsNeverDependOnEachOther() {
        List<String> siblings = List.of("eis", "phasefield", "sfmm");
        for (String sibling : siblings) {
            String[] others = Stream.concat(siblings.stream().filter(s -> !s.equals(sibling)), Stream.of("examples"))
                    .map(s -> ROOT + s + "..")
                    .toArray(String[]::new);
            noClasses()
                    .that()
                    .resideInAPackage(ROOT + sibling + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(others)
                    .check(all);
        }
    }

    @Test
    void onlyChartPackagesDraw() {
        noClasses()
                .that()
                .resideInAnyPackage(LIBRARIES)
                .and()
                .resideOutsideOfPackage("..chart..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.awt..", "javax.imageio..", "javax.swing..")
                .check(all);
    }

    @Test
    void onlyOnePackageKnowsThePlottingLibrary() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + "core.chart..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.knowm..", "de.erichseifert..")
                .check(all);
    }

    @Test
    void librariesNeverPrintNorExit() {
        noClasses()
                .that()
                .resideInAnyPackage(LIBRARIES)
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .callMethod(System.class, "exit", int.class)
                .orShould()
                .callMethod(Throwable.class, "printStackTrace")
                .check(all);
    }

    @Test
    void noThirdPartyTypeInPublicSignatures() {
        methods()
                .that()
                .arePublic()
                .and()
                .areDeclaredInClassesThat()
                .resideInAnyPackage(LIBRARIES)
                .and()
                .areDeclaredInClassesThat()
                .arePublic()
                .should(nameOnlyOwnTypes())
                .check(all);
    }

    private static ArchCondition<JavaMethod> nameOnlyOwnTypes() {
        return new ArchCondition<>("name only types of the JDK and of this library") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                Stream.concat(Stream.of(method.getRawReturnType()), method.getRawParameterTypes().stream())
                        .map(JavaClass::getBaseComponentType)
                        .filter(type -> !type.isPrimitive())
                        .filter(resideInAnyPackage("java..", "javax..", "io.github.spinodal..")
                                .negate())
                        .forEach(type -> events.add(SimpleConditionEvent.violated(
                                method, method.getFullName() + " names " + type.getName())));
            }
        };
    }

    @Test
    void dataAreSerializable() {
        classes()
                .that()
                .resideInAPackage(ROOT + "core.data")
                .and()
                .arePublic()
                .and()
                .areNotInterfaces()
                .should()
                .beAssignableTo(Serializable.class)
                .check(all);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("io.github.spinodal.(**)").should().beFreeOfCycles().check(all);
    }
}
