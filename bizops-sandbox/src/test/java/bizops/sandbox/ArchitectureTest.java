package bizops.sandbox;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "bizops.sandbox", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule PACKAGES_FORM_NO_CYCLE = slices().matching("bizops.sandbox.(**)")
            .should()
            .beFreeOfCycles()
            .because("data, soql, rest and control build on each other in one direction");

    @ArchTest
    static final ArchRule NOTHING_OF_OURS = classes()
            .should()
            .onlyDependOnClassesThat(
                    new com.tngtech.archunit.base.DescribedPredicate<>("are of the sandbox or foreign") {
                        @Override
                        public boolean test(com.tngtech.archunit.core.domain.JavaClass type) {
                            return !type.getPackageName().startsWith("bizops.")
                                    || type.getPackageName().startsWith("bizops.sandbox");
                        }
                    })
            .because("the sandbox judges the others and must not share their mistakes");

    @ArchTest
    static final ArchRule WEB_SERVER_IN_ONE_PACKAGE = noClasses()
            .that()
            .resideOutsideOfPackage("bizops.sandbox.http")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.javalin..", "org.eclipse.jetty..", "jakarta..")
            .because("the API is a function from call to reply");

    @ArchTest
    static final ArchRule COMMAND_LINE_IN_ONE_PACKAGE = noClasses()
            .that()
            .resideOutsideOfPackage("bizops.sandbox.cli")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.beust..")
            .because("the library is replaceable");

    @ArchTest
    static final ArchRule COMPANY_KNOWS_NO_API = noClasses()
            .that()
            .resideInAnyPackage(
                    "bizops.sandbox.company",
                    "bizops.sandbox.salesforce.data",
                    "bizops.sandbox.zuora.data",
                    "bizops.sandbox.marketo.data")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "bizops.sandbox.salesforce.rest",
                    "bizops.sandbox.salesforce.soql",
                    "bizops.sandbox.zuora.rest",
                    "bizops.sandbox.zuora.zoql",
                    "bizops.sandbox.marketo.wire",
                    "bizops.sandbox.marketo.bulk",
                    "bizops.sandbox.marketo.rest",
                    "bizops.sandbox.fault")
            .because("the truth must not depend on who asks for it");
}
