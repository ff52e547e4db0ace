package bizops.dist;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Which module and which package may know which other; a module that does not exist yet keeps every rule. */
@AnalyzeClasses(packages = "bizops", importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {
    private static final String[] SHARED = {
        "bizops.singer.config..",
        "bizops.singer.error..",
        "bizops.singer.cli..",
        "bizops.singer.report..",
        "bizops.singer.http..",
        "bizops.singer.resource..",
        "bizops.singer.text.."
    };

    @ArchTest
    static final ArchRule coreKnowsNobody =
            onlyKnows("bizops.singer..").because("third parties build taps and targets on the core alone");

    @ArchTest
    static final ArchRule coreKnowsNoTestKit = noClasses()
            .that(resideInAPackage("bizops.singer..").and(resideOutsideOfPackages("bizops.singer.testkit..")))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("bizops.singer.testkit..")
            .because("what is judged must not know its judge");

    @ArchTest
    static final ArchRule testKitKnowsTheCoreOnly = onlyKnows("bizops.singer.testkit..", "bizops.singer..")
            .because("it judges taps and targets that nobody here wrote, and ours as if they were such");

    @ArchTest
    static final ArchRule salesforceTapKnowsTheCoreOnly = onlyKnows("bizops.tap.salesforce..", "bizops.singer..")
            .because("a tap must never need the target, nor another tap");

    @ArchTest
    static final ArchRule marketoTapKnowsTheCoreOnly = onlyKnows("bizops.tap.marketo..", "bizops.singer..")
            .because("a tap must never need the target, nor another tap");

    @ArchTest
    static final ArchRule zuoraTapKnowsTheCoreOnly = onlyKnows("bizops.tap.zuora..", "bizops.singer..")
            .because("a tap must never need the target, nor another tap");

    @ArchTest
    static final ArchRule targetKnowsTheCoreOnly = onlyKnows("bizops.target..", "bizops.singer..")
            .because("the target must work behind taps that nobody here wrote");

    @ArchTest
    static final ArchRule transformKnowsTablesOnly = onlyKnows(
                    "bizops.transform..", with(with(SHARED, "bizops.singer.catalog.."), "bizops.singer.warehouse.."))
            .because("it reads tables by contract, whoever landed them; a catalog tells which fields may be mapped,"
                    + " and the schema bizops, which it shares, has one version for all programs");

    @ArchTest
    static final ArchRule reportKnowsMartsOnly = onlyKnows("bizops.report..", with(SHARED, "bizops.singer.json.."))
            .because("it reads marts by contract, whoever built them");

    @ArchTest
    static final ArchRule cliStartsProcesses = onlyKnows(
                    "bizops.cli..",
                    with(
                            with(
                                    with(
                                            with(with(SHARED, "bizops.postgres.."), "bizops.singer.warehouse.."),
                                            "bizops.singer.json.."),
                                    "bizops.singer.rules.."),
                            "bizops.singer.state.."))
            .because("it runs the other programs as processes and never calls their code; an audit reads bookmarks and"
                    + " column rules as they do");

    @ArchTest
    static final ArchRule sandboxKnowsNothingOfOurs = onlyKnows("bizops.sandbox..")
            .because("it judges the taps, so it must not share their reading of the vendor's API");

    @ArchTest
    static final ArchRule embeddedPostgresKnowsNothingOfOurs =
            onlyKnows("bizops.postgres..").because("every module's tests may use it");

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("bizops.(**)").should().beFreeOfCycles().because("data flows one way");

    @ArchTest
    static final ArchRule noPackageIsAGrabBag = noClasses()
            .should()
            .resideInAnyPackage(
                    "..util..", "..utils..", "..helper..", "..helpers..", "..common..", "..misc..", "..impl..")
            .because("a package's name says what it does");

    @ArchTest
    static final ArchRule noTypeIsAGrabBag = noClasses()
            .should()
            .haveSimpleNameEndingWith("Utils")
            .orShould()
            .haveSimpleNameEndingWith("Util")
            .orShould()
            .haveSimpleNameEndingWith("Helper")
            .orShould()
            .haveSimpleNameEndingWith("Manager")
            .because("a type's name says what it does");

    @ArchTest
    static final ArchRule classesAreClosed = classes()
            .that()
            .areTopLevelClasses()
            .and()
            .areNotInterfaces()
            .and()
            .doNotHaveModifier(JavaModifier.ABSTRACT)
            .and()
            .areNotEnums()
            .should()
            .haveModifier(JavaModifier.FINAL)
            .because("what is not built for extension must not be extended");

    /** A rule that the classes of {@code module} use none of ours but themselves and {@code others}. */
    private static ArchRule onlyKnows(String module, String... others) {
        return classes()
                .that(resideInAPackage(module))
                .should()
                .onlyDependOnClassesThat(resideOutsideOfPackages("bizops..")
                        .or(resideInAPackage(module))
                        .or(resideInAnyPackage(others)))
                .allowEmptyShould(true);
    }

    private static String[] with(String[] packages, String one) {
        String[] all = java.util.Arrays.copyOf(packages, packages.length + 1);
        all[packages.length] = one;
        return all;
    }
}
