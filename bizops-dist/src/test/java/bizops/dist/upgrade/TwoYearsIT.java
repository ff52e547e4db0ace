package bizops.dist.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.dist.Run;
import bizops.postgres.SharedPostgres;
import bizops.postgres.TestDatabase;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What two years of hourly runs leave, and what {@code bizops prune} leaves of it. It prints how long commands take. */
final class TwoYearsIT {
    /** Rows of the real build between two looks, most of them tests; what is kept of a year twice would be 60,000 more. */
    private static final long FEW = 3000;

    @TempDir
    private Path folder = Path.of("");

    private final TestDatabase database = SharedPostgres.freshDatabase();

    @Test
    void withPruningTheSecondYearLeavesNoMoreThanTheFirst() throws Exception {
        Installed programs = new Installed(Installed.newest(), database, folder.resolve("now"));
        int unused = new Filling(programs).run();
        Company company = new Company(folder);
        day(1, programs, company);

        Year.pass(database, 1);
        Map<String, Long> grown = Year.rows(database);
        String dry = good(programs.bizops("prune", "--keep", "90", "--dry-run")).stdout();
        assertThat(Year.rows(database)).isEqualTo(grown);
        String done = good(programs.bizops("prune", "--keep", "90")).stdout();
        Map<String, Long> first = Year.rows(database);

        Year.pass(database, 2);
        day(730, programs, company);
        String pruned = good(programs.bizops("prune", "--keep", "90")).stdout();
        Map<String, Long> second = Year.rows(database);
        day(731, programs, company);

        System.out.println("pruned: " + done.strip() + "; " + pruned.strip());
        assertThat(done)
                .isEqualTo(dry.replace("would be deleted", "deleted").replaceAll("before .*\n", "before ")
                        + done.replaceAll("(?s).*before ", ""));
        assertThat(grown.get("checkpoint")).isGreaterThan(2 * first.getOrDefault("checkpoint", 0L));
        Map<String, Long> more = new HashMap<>(second);
        more.replaceAll((table, rows) -> rows - first.getOrDefault(table, 0L));
        assertThat(more).allSatisfy((table, rows) -> assertThat(rows).as(table).isLessThan(FEW));
        Run verify = programs.transform(
                "verify",
                "--seeds",
                Company.EXAMPLE.resolve("seeds").toAbsolutePath().toString());
        assertThat(verify.exit()).as(verify.stdout() + verify.stderr()).isZero();
    }

    /** Real runs on a day; a build goes on from the one before, whatever was pruned. */
    private static void day(int day, Installed programs, Company company) throws Exception {
        StringBuilder told = new StringBuilder("day " + day);
        Run run = timed(told, "run", () -> programs.pipeline(company.load(3)));
        timed(told, "history", () -> programs.bizops("history"));
        timed(told, "doctor", () -> programs.bizops("doctor", "--quick"));
        System.out.println(told);
        assertThat(run.stdout() + run.stderr()).contains("incremental build").doesNotContain("full build");
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
