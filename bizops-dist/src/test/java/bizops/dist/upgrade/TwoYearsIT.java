package bizops.dist.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.dist.Run;
import bizops.postgres.SharedPostgres;
import bizops.postgres.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What two years of hourly runs leave, and what {@code bizops prune} leaves of it. A year has few days by default; {@code
 * -Dbizops.twoyears.days=365} for whole ones, which also print how long commands take, before and after.
 */
final class TwoYearsIT {
    private static final int WHOLE = 365;
    private static final int DAYS = Integer.getInteger("bizops.twoyears.days", 40);
    private static final String KEPT = Integer.toString(DAYS / 4);

    @TempDir
    private Path folder = Path.of("");

    private final TestDatabase database = SharedPostgres.freshDatabase();

    @Test
    void withPruningTheSecondYearLeavesNoMoreThanTheFirst() throws Exception {
        Installed programs = new Installed(Installed.newest(), database, folder.resolve("now"));
        programs.prepare(Map.of());
        Company company = new Company(folder);
        Year year = new Year(database, programs.folder().resolve(".bizops/logs"), DAYS);
        good(programs.pipeline(company.load(1)));
        if (DAYS >= WHOLE) {
            good(programs.pipeline(company.load(2)));
            day(1, programs, company);
        }

        year.pass(1);
        Map<String, Long> grown = year.rows();
        String dry = good(programs.bizops("prune", "--keep", KEPT, "--dry-run")).stdout();
        assertThat(year.rows()).isEqualTo(grown);
        String done = good(programs.bizops("prune", "--keep", KEPT)).stdout();
        if (DAYS >= WHOLE) {
            day(DAYS, programs, company);
        }
        Map<String, Long> first = year.rows();

        year.pass(2);
        Map<String, Long> before = year.rows();
        day(2 * DAYS, programs, company);
        Map<String, Long> ofTheDay = more(before, year.rows());
        String pruned = good(programs.bizops("prune", "--keep", KEPT)).stdout();
        Map<String, Long> second = more(first, year.rows());
        if (DAYS >= WHOLE) {
            day(2 * DAYS + 1, programs, company);
        }

        System.out.println("pruned: " + done.strip() + "; " + pruned.strip());
        assertThat(done)
                .isEqualTo(dry.replace("would be deleted", "deleted").replaceAll("before .*\n", "before ")
                        + done.replaceAll("(?s).*before ", ""));
        assertThat(List.of("checkpoint", "run", "pipeline_step", "build_model", "build_test", "logs"))
                .allSatisfy(table -> assertThat(grown.getOrDefault(table, 0L))
                        .as(table)
                        .isGreaterThan(2 * first.getOrDefault(table, 0L)));
        assertThat(second)
                .as("what the second year leaves more than the first")
                .allSatisfy((table, rows) ->
                        assertThat(rows).as(table).isLessThanOrEqualTo(ofTheDay.getOrDefault(table, 0L)));
        Run verify = programs.transform(
                "verify",
                "--seeds",
                Company.EXAMPLE.resolve("seeds").toAbsolutePath().toString());
        assertThat(verify.exit()).as(verify.stdout() + verify.stderr()).isZero();
    }

    /** How many rows each table has more than before; fewer are none. */
    private static Map<String, Long> more(Map<String, Long> before, Map<String, Long> now) {
        Map<String, Long> more = new HashMap<>(now);
        more.replaceAll((table, rows) -> Math.max(0L, rows - before.getOrDefault(table, 0L)));
        return more;
    }

    /** Real runs on a day; a build goes on from the one before, whatever was pruned. */
    private void day(int day, Installed programs, Company company) throws Exception {
        StringBuilder told = new StringBuilder("day " + day + ", database of " + size());
        Run run = timed(told, "run", () -> programs.pipeline(company.load(3)));
        if (DAYS >= WHOLE) {
            timed(told, "history", () -> programs.bizops("history"));
            timed(told, "doctor", () -> programs.bizops("doctor", "--quick"));
        }
        System.out.println(told);
        assertThat(run.stdout() + run.stderr()).contains("incremental build").doesNotContain("full build");
    }

    private String size() throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT pg_size_pretty(pg_database_size(current_database()))")) {
            row.next();
            return row.getString(1);
        }
    }

    private static Run timed(StringBuilder told, String name, Callable<Run> command) throws Exception {
        long started = System.nanoTime();
        Run run = command.call();
        told.append(", ")
                .append(name)
                .append(' ')
                .append((System.nanoTime() - started) / 1_000_000)
                .append(" ms");
        return good(run);
    }

    private static Run good(Run run) {
        assertThat(run.exit()).as(run.stdout() + run.stderr()).isZero();
        return run;
    }
}
