package dev.supertask.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.anyElementThat;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasModifiers.Predicates.modifier;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.sql.Connection;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/// Each library, and each power of the machine, belongs to one room of the house.
class LibrariesTest {
    private static final ArchRule LIBRARIES = classes().should(new Libraries());

    private static final ArchRule PROCESSES = noClasses()
            .that().resideOutsideOfPackages("dev.supertask.launch..", "dev.supertask.keeper..")
            .should().dependOnClassesThat().areAssignableTo(ProcessBuilder.class)
            .orShould().callMethodWhere(Calls.to(Runtime.class, "exec"));

    @Test
    void eachLibraryIsImportedByOnePackage() {
        Product.obeys(LIBRARIES);
    }

    @Test
    void aLibraryInTheWrongPackageOrInNoLineIsFound() {
        record Leak(Connection connection) {}
        record Unknown(Executable executable) {}
        assertTrue(Product.catches(LIBRARIES, Leak.class));
        assertTrue(Product.catches(LIBRARIES, Unknown.class));
    }

    @Test
    void onlyLaunchAndKeeperStartProcesses() {
        Product.obeys(PROCESSES);
    }

    @Test
    void aProcessStartedElsewhereIsFound() {
        record Builder(ProcessBuilder builder) {}
        class Exec {
            @SuppressWarnings("unused")
            Process start() throws IOException {
                return Runtime.getRuntime().exec(new String[]{"true"});
            }
        }
        assertTrue(Product.catches(PROCESSES, Builder.class));
        assertTrue(Product.catches(PROCESSES, Exec.class));
    }

    @Test
    void theKeeperUsesTheJdkOnly() {
        Product.obeys(classes().that().resideInAPackage("dev.supertask.keeper..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage("", "java..", "jdk..", "org.jspecify.annotations",
                        "dev.supertask.keeper..")));
    }

    @Test
    void noYamlNodeLeavesTheTimetable() {
        var yaml = resideInAPackage("org.yaml.snakeyaml..");
        Product.obeys(noMethods().that().arePublic()
                .and().areDeclaredInClassesThat(resideInAPackage("dev.supertask.timetable..")
                        .and(modifier(JavaModifier.PUBLIC)))
                .should().haveRawReturnType(yaml)
                .orShould()
                .haveRawParameterTypes(anyElementThat(yaml)));
    }
}
