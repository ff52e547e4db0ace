package bizops.report;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.postgres.TestDatabase;
import bizops.singer.error.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** {@code build} as a program: what it writes, says, leaves out and leaves alone. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class BuildCommandTest {
    /** Stands in names and addresses of the warehouse; a public page may hold none of them. */
    private static final String PLANTED = "planted-";

    private TestDatabase warehouse;

    @BeforeAll
    void plant() throws Exception {
        warehouse = BuiltSite.warehouse();
        new BuiltSite(warehouse, Path.of(""), ExitCode.OK, "", "").execute("""
                update core.person set email = 'planted-person-' || person_key || '@example.test';
                update core.opportunity set name = 'planted-deal-' || opportunity_id;
                update core.organization set name = 'planted-organization-' || account_id;
                update marts.open_opportunity set name = 'planted-deal-' || opportunity_id;
                update marts.organization_performance set name = 'planted-organization-' || account_id;
                update marts.customer_health_input set name = 'planted-organization-' || account_id
                """);
    }

    @Test
    void namesItsFirstPageLastAndTellsWhatItRead(@TempDir Path directory) {
        BuiltSite site = BuiltSite.from(warehouse, directory);

        assertThat(site.code()).as(site.stderr()).isEqualTo(ExitCode.OK);
        assertThat(site.stdout().lines().toList())
                .containsExactly(directory.resolve("index.html").toString());
        assertThat(site.stderr())
                .contains("INFO bizops-report: as of ")
                .contains(" pages, ")
                .contains(" cubes of ");
    }

    @Test
    void makesTheSamePagesOfTheSameMarts(@TempDir Path one, @TempDir Path other) throws IOException {
        BuiltSite.from(warehouse, one);
        BuiltSite.from(warehouse, other);

        assertThat(contents(one)).hasSizeGreaterThan(10).isEqualTo(contents(other));
    }

    @Test
    void holdsNoPersonNorOrganizationUnlessAskedTo(@TempDir Path open, @TempDir Path closed) throws IOException {
        BuiltSite.from(warehouse, open);
        BuiltSite.from(warehouse, closed, "--with-details");

        assertThat(contents(open))
                .allSatisfy((name, text) ->
                        assertThat(text.contains(PLANTED)).as(name).isFalse());
        String all = String.join("", contents(closed).values());
        assertThat(Stream.of("planted-person-", "planted-deal-", "planted-organization-")
                        .filter(all::contains))
                .as("the planted names are such as a page with details shows")
                .hasSize(3);
        assertThat(all)
                .as("what somebody typed into an address that collateral was read at")
                .doesNotContain("planted-person-in-a-query");
    }

    @Test
    void pagesOfAProjectStandBesideTheOthersAndGoWithIt(@TempDir Path directory, @TempDir Path project)
            throws IOException {
        Files.createDirectories(project.resolve("pages"));
        Files.writeString(project.resolve("pages/ours.md"), """
                ---
                title: Our own
                order: 5
                ---

                ```tile
                title: Spend
                measures: [spend]
                show: figures
                by: []
                ```
                """);
        BuiltSite with = BuiltSite.from(warehouse, directory, "--project", project.toString());

        assertThat(with.code()).as(with.stderr()).isEqualTo(ExitCode.OK);
        assertThat(Files.readString(with.file("index"))).contains("<a href=\"ours.html\">Our own</a>");
        assertThat(with.file("ours")).exists();
        BuiltSite without = BuiltSite.from(warehouse, directory);
        assertThat(without.file("ours")).doesNotExist();
        assertThat(Files.readString(without.file("index"))).doesNotContain("ours.html");
    }

    @Test
    void failsInOneLineWithoutMartsAndLeavesThePagesOfBefore(@TempDir Path directory) throws Exception {
        TestDatabase own = BuiltSite.warehouse();
        BuiltSite first = BuiltSite.from(own, directory);
        String before = Files.readString(first.file("index"));
        first.execute("drop schema marts cascade");
        BuiltSite failed = BuiltSite.from(own, directory);

        assertThat(failed.code()).isEqualTo(ExitCode.FAILURE);
        assertThat(failed.stdout()).isEmpty();
        assertThat(failed.stderr().strip())
                .contains("run bizops-transform build first")
                .doesNotContain("\n");
        assertThat(first.file("index")).hasContent(before);
    }

    @Test
    void dataHealthSaysWhetherAnAuditHasRunAndStandsWithoutItsTable(@TempDir Path directory) throws Exception {
        TestDatabase own = BuiltSite.warehouse();
        BuiltSite site = BuiltSite.from(own, directory);
        Document audited = Jsoup.parse(site.file("health"));
        assertThat(audited.select("#table-the-last-audit-of-each-stream tbody tr")
                        .eachText())
                .as("what differs first, of each stream the last")
                .containsExactly(
                        "Account crm DIFF 2026-03-17 09:00 107 106 7 1 rows: vendor 101, here 100; sum of Amount: vendor 2,"
                                + " here 1",
                        "Task <all> crm SKIP 2026-03-17 09:00 not counted by its source",
                        "(all streams) mail SKIP 2026-03-17 10:00 the tap cannot count",
                        "Lead crm OK 2026-03-17 09:00 106 106 6 1");

        site.execute("delete from bizops.audit");
        Document none = Jsoup.parse(BuiltSite.from(own, directory).file("health"));
        assertThat(none.select("#tile-against-the-sources .reason").eachText())
                .hasSize(5)
                .contains("no audit has run");
        assertThat(none.select("#table-the-last-audit-of-each-stream .nothing").text())
                .startsWith("No audit has run.");

        site.execute("drop schema bizops cascade");
        Document absent = Jsoup.parse(BuiltSite.from(own, directory).file("health"));
        assertThat(absent.select("#table-the-last-audit-of-each-stream .nothing")
                        .text())
                .contains("bizops.audit");
    }

    private static Map<String, String> contents(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            Map<String, String> contents = new TreeMap<>();
            for (Path file : files.toList()) {
                contents.put(String.valueOf(file.getFileName()), Files.readString(file));
            }
            return contents;
        }
    }
}
