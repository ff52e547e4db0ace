package bizops.dist;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import java.util.List;

/** A row flows through the target's packages in the order of their names in the documentation. */
@AnalyzeClasses(packages = "bizops.target", importOptions = ImportOption.DoNotIncludeTests.class)
final class StageOrderTest {
    private static final List<String> STAGES = List.of("validate", "table", "encode", "copy", "merge", "acknowledge");

    @ArchTest
    static void aStageUsesNoLaterStage(JavaClasses classes) {
        for (int stage = 0; stage < STAGES.size() - 1; stage++) {
            String[] later = STAGES.subList(stage + 1, STAGES.size()).stream()
                    .map(StageOrderTest::packages)
                    .toArray(String[]::new);
            noClasses()
                    .that()
                    .resideInAPackage(packages(STAGES.get(stage)))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(later)
                    .allowEmptyShould(true)
                    .because("data flows one way: " + String.join(", ", STAGES))
                    .check(classes);
        }
    }

    private static String packages(String stage) {
        return "bizops.target." + stage + "..";
    }
}
