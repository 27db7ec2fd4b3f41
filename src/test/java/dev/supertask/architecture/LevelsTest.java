package dev.supertask.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.supertask.architecture.crooked.job.Plan;
import dev.supertask.architecture.crooked.nowhere.Lost;
import dev.supertask.architecture.crooked.problem.Upwards;
import dev.supertask.architecture.crooked.schedule.Sideways;
import org.junit.jupiter.api.Test;

/// Dependencies point downwards only.
class LevelsTest {
    private static final String CROOKED = "dev.supertask.architecture.crooked";

    @Test
    void aPackageUsesOnlyPackagesOfLowerLevels() {
        Product.obeys(classes().should(new Levels(Product.ROOT)));
    }

    @Test
    void packagesAreFreeOfCyclesHoweverDeep() {
        Product.obeys(slices().matching("dev.supertask.(**)").should().beFreeOfCycles());
    }

    @Test
    void aUseUpwardsOrSidewaysAndAnUnknownPackageAreFound() {
        var crooked = new ClassFileImporter().importClasses(Upwards.class, Sideways.class, Lost.class,
                Plan.class);
        List<String> faults = classes().should(new Levels(CROOKED)).evaluate(crooked).getFailureReport()
                .getDetails();
        assertEquals(
                List.of("\"problem\" must not use \"job\"", "\"schedule\" must not use \"problem\"",
                        Lost.class.getName() + " is in no package of the table of levels"),
                faults.stream().map(fault -> fault.split(": ", 2)[0]).distinct().sorted().toList());
    }
}
