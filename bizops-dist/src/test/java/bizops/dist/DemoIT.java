package bizops.dist;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.postgres.PostgresServer;
import bizops.postgres.TestDatabase;
import bizops.report.drive.Browser;
import bizops.report.drive.SiteComparison;
import bizops.report.reading.SiteReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole chain with all real programs, as a newcomer runs it. */
final class DemoIT {
    private static final Pattern LOADED = Pattern.compile("load .* (everything|what changed), ([0-9,]+) rows");

    /** The schema of each word that a cube may name. */
    private static final Map<String, String> SCHEMAS = Map.of(
            "marts", "marts", "core", "core", "staging", "staging", "history", "history", "bizops", "bizops", "loads",
            "bizops");

    /** A company that is smaller than the usual one, for the sake of time. */
    private static final String SCALE = "0.05";

    private static final String COMPANY = "company_1_x0_05";

    @TempDir
    private Path directory = Path.of("");

    @Test
    void showsTheSameFiguresAgainAndNewOnesTenDaysLater() throws Exception {
        Run first = demo();
        Map<String, List<String>> figures = figures();
        assertThat(page(first)).isRegularFile().isNotEmptyFile();
        assertThat(figures).containsKeys("total_performance", "channel_performance", "sao");
        assertThat(figures.get("total_performance")).isNotEmpty();

        Run second = demo();
        assertThat(page(second)).isEqualTo(page(first));
        assertThat(figures()).isEqualTo(figures);
        assertThat(loaded(second)).isLessThan(loaded(first) / 10);

        Run later = demo("--advance", "10d");
        assertThat(loaded(later)).isPositive().isLessThan(loaded(first) / 2);
        assertThat(figures()).isNotEqualTo(figures);
        assertThatThePageShowsTheMarts(page(later));
        assertThat(directory.resolve(COMPANY).resolve("warehouse.json"))
                .satisfies(config -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(config)))
                        .isEqualTo("rw-------"));
    }

    /**
     * Every figure of every page, under one random setting of the filters each, and the rows that figures lead to; needs a
     * browser. Many settings are compared where the pages are made, over marts that hold more of what is seldom.
     */
    private void assertThatThePageShowsTheMarts(Path page) throws Exception {
        if (!Browser.isInstalled()) {
            System.err.println("the demo's page is not compared: needs the packages chromium and chromium-driver");
            return;
        }
        try (PostgresServer server = PostgresServer.start(directory.resolve("postgres"));
                Connection connection = server.connect(COMPANY);
                Browser browser = Browser.start()) {
            SiteComparison comparison = new SiteComparison(
                    browser,
                    withDetails(server, page.resolveSibling("with-details")),
                    SiteReader.read(null),
                    connection,
                    SCHEMAS,
                    true,
                    Set.of());
            assertThat(comparison.compareAll(1, 20260630)).isPositive();
            assertThat(browser.complaints()).isEmpty();
        }
    }

    /** Builds the same site with rows about persons; its figures are those of the public one. */
    private static Path withDetails(PostgresServer server, Path folder) throws Exception {
        Map<String, String> database = Map.of(
                "PG_ADDRESS", server.host(),
                "PG_PORT", String.valueOf(server.port()),
                "PG_USERNAME", server.user(),
                "PG_PASSWORD", server.password(),
                "PG_DATABASE", COMPANY);
        Run run =
                Run.of(database, Tree.program("bizops-report"), "build", "--with-details", "--out", folder.toString());
        assertThat(run.exit()).as(run.stderr()).isZero();
        return folder;
    }

    private Run demo(String... more) throws Exception {
        List<String> arguments = new ArrayList<>(List.of("demo", "--scale", SCALE, "--dir", directory.toString()));
        arguments.addAll(List.of(more));
        Run run = Run.of(Tree.program("bizops"), arguments.toArray(String[]::new));
        assertThat(run.exit()).as(run.stdout() + run.stderr()).isZero();
        return run;
    }

    private static Path page(Run run) {
        List<String> lines = run.stdout().lines().toList();
        return Path.of(lines.get(lines.size() - 1));
    }

    private static long loaded(Run run) {
        Matcher rows = LOADED.matcher(run.stdout());
        assertThat(rows.find()).as(run.stdout()).isTrue();
        return Long.parseLong(rows.group(2).replace(",", ""));
    }

    /** Every mart but those that tell when they were built. */
    private Map<String, List<String>> figures() throws Exception {
        try (PostgresServer server = PostgresServer.start(directory.resolve("postgres"))) {
            Map<String, List<String>> tables = LoadedTables.rows(new TestDatabase(server, COMPANY), "marts");
            tables.remove("build_info");
            return tables;
        }
    }
}
