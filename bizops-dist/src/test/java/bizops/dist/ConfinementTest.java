package bizops.dist;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.io.FileDescriptor;
import java.time.ZoneId;
import java.util.Date;

/** Which libraries, streams and calls are kept to which place. */
@AnalyzeClasses(packages = "bizops", importOptions = ImportOption.DoNotIncludeTests.class)
final class ConfinementTest {
    @ArchTest
    static final ArchRule everitIsReplaceable = kept(
                    "org.everit..",
                    "bizops.target.validate..",
                    "bizops.singer.config..",
                    "bizops.cli.project..",
                    "bizops.singer.testkit.schema..")
            .because("the JSON Schema library judges records and settings; nothing else may lean on it");

    @ArchTest
    static final ArchRule orgJsonCarriesNoData = kept(
                    "org.json..",
                    "bizops.target.validate..",
                    "bizops.singer.config..",
                    "bizops.cli.project..",
                    "bizops.singer.testkit.schema..")
            .because("org.json changes numbers: it may judge data, never carry it");

    @ArchTest
    static final ArchRule driverIsReplaceable = kept(
                    "org.postgresql..",
                    "bizops.target.copy..",
                    "bizops.target.merge..",
                    "bizops.target.connect..",
                    "bizops.transform.connect..",
                    "bizops.postgres..",
                    "bizops.cli..")
            .because("elsewhere java.sql is enough");

    @ArchTest
    static final ArchRule httpClientIsReplaceable = kept("org.apache.hc..", "bizops.singer.http..")
            .because("one place decides on timeouts, retries and proxies");

    @ArchTest
    static final ArchRule jooqStaysOutOfTapsAndTarget = kept("org.jooq..", "bizops.transform..")
            .because("it costs a second of start-up, which taps and the target must not pay");

    @ArchTest
    static final ArchRule webServerStaysInTheSandbox =
            kept("io.javalin..", "bizops.sandbox..").because("no program for production opens a port");

    @ArchTest
    static final ArchRule onlyServeListens = kept("com.sun.net.httpserver..", "bizops.report.serve..")
            .because("the one port that is opened is for this machine alone, while pages are written");

    @ArchTest
    static final ArchRule yamlWithLinesIsReplaceable = kept("org.snakeyaml..", "bizops.report.yaml..")
            .because("what reads a file knows keys, values and lines, not the library's nodes");

    @ArchTest
    static final ArchRule markdownIsReplaceable = kept("org.commonmark..", "bizops.report.markdown..")
            .because("one place decides what of a text may stand in a page");

    @ArchTest
    static final ArchRule commandLineParserStaysAtTheEdge = noClasses()
            .that(com.tngtech.archunit.base.DescribedPredicate.not(
                    resideInAnyPackage("..cli..").or(simpleName("Main"))))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.beust..")
            .because("arguments become typed values before anything else sees them");

    @ArchTest
    static final ArchRule hotPathBuildsNoTree = noClasses()
            .that()
            .resideInAnyPackage("bizops.singer.read..", "bizops.singer.decode..", "bizops.target.encode..")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("com.fasterxml.jackson.databind.JsonNode")
            .allowEmptyShould(true)
            .because("records are streamed; an object a field would cost more than the rest of the load");

    @ArchTest
    static final ArchRule onlyTheLauncherEndsTheProcess = noClasses()
            .that()
            .resideOutsideOfPackages("bizops.singer.cli..", "bizops.sandbox") // the sandbox uses nothing of ours
            .should()
            .callMethod(System.class, "exit", int.class)
            .orShould()
            .callMethod(Runtime.class, "exit", int.class)
            .orShould()
            .callMethod(Runtime.class, "halt", int.class)
            .because("exit codes are decided in one place");

    @ArchTest
    static final ArchRule nobodyWritesToSystemOut = noClasses()
            .that()
            .resideOutsideOfPackage("bizops.sandbox..")
            .should()
            .accessField(System.class, "out")
            .because("standard output is the protocol, and System.out hides that its reader is gone");

    @ArchTest
    static final ArchRule onlyTheTerminalOpensStandardOutput = noClasses()
            .that()
            .resideOutsideOfPackages("bizops.singer.cli..", "bizops.sandbox..")
            .should()
            .accessField(FileDescriptor.class, "out")
            .because("two writers would mix their bytes");

    @ArchTest
    static final ArchRule stackTracesGoThroughTheLauncher = noClasses()
            .should()
            .callMethod(Throwable.class, "printStackTrace")
            .because("an error is one line unless --debug is given");

    @ArchTest
    static final ArchRule noDateOfTheOldKind = noClasses()
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Date.class)
            .because("java.util.Date and its children have no zone and are mutable");

    @ArchTest
    static final ArchRule noDefaultZone = noClasses()
            .should()
            .callMethod(ZoneId.class, "systemDefault")
            .because("results must not depend on the machine");

    @ArchTest
    static final ArchRule noJavaUtilLogging = GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING.because(
            "logs go through SLF4J, where secrets are blanked out");

    private static ArchRule kept(String library, String... places) {
        return noClasses()
                .that()
                .resideOutsideOfPackages(places)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library);
    }
}
