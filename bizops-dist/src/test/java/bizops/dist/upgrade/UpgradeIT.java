package bizops.dist.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.dist.ErrorLine;
import bizops.dist.Run;
import bizops.dist.TableRows;
import bizops.postgres.SharedPostgres;
import bizops.postgres.TestDatabase;
import bizops.singer.warehouse.Migrations;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The programs on a database as earlier versions left it: nothing is lost, and the next run goes on. By default from
 * dumps, one an earlier version of the schema {@code bizops}; {@code -Dbizops.upgrade.old=...} names the folder {@code bin} of an
 * earlier version, which then fills the database itself: {@code .ci/check-upgrade}.
 */
final class UpgradeIT {
    private static final String OLD = System.getProperty("bizops.upgrade.old", "");
    /** Whether what the earlier version left is written to {@code target/upgrade}, as a dump for the default form. */
    private static final boolean DUMP = Boolean.getBoolean("bizops.upgrade.dump");

    private static final int NEWER = 99;
    /** What changes with a load: the newest state and what it covers. */
    private static final Set<String> MOVING =
            Set.of("bizops.state", "bizops.uncovered_range", "raw_salesforce.lead", "raw_salesforce.visit");

    @TempDir
    private Path folder = Path.of("");

    private final TestDatabase database = SharedPostgres.freshDatabase();

    static IntStream versions() {
        return IntStream.range(1, Migrations.latest());
    }

    @ParameterizedTest
    @MethodSource("versions")
    void whatAnEarlierVersionLeftIsKeptAndTheNextRunGoesOn(int version) throws Exception {
        restore(version);

        upgrade();
    }

    @Test
    void whatAnEarlierProgramLeavesIsKeptAndTheNextRunGoesOn() throws Exception {
        Assumptions.assumeFalse(OLD.isEmpty(), "not asked for");
        int version = new Filling(new Installed(Path.of(OLD), database, folder.resolve("old"))).run();
        if (DUMP) {
            Filling.dump(database, Path.of("target", "upgrade", name(version)));
        }

        upgrade();
        Run verify = now().transform(
                        "verify",
                        "--seeds",
                        Company.EXAMPLE.resolve("seeds").toAbsolutePath().toString());

        assertThat(verify.exit()).as(verify.stdout() + verify.stderr()).isZero();
        System.out.println("upgraded from version " + version + " of the schema bizops to " + Migrations.latest() + ": "
                + Kept.read(database).size() + " rows");
    }

    @Test
    void everyProgramRefusesTablesOfANewerOneAndLeavesThemAlone() throws Exception {
        restore(Migrations.latest() - 1);
        Filling.execute(database, "INSERT INTO bizops.migration (number, name) VALUES (" + NEWER + ", 'newer')");
        Kept before = Kept.read(database);
        Installed programs = now();

        refused("target-postgres", programs.load(new Company(folder).load(3)));
        refused("bizops", programs.run(List.of()));
        refused("bizops", programs.pipeline(List.of()));
        refused("bizops", programs.bizops("state", "show"));
        refused("bizops", programs.bizops("history"));
        refused("bizops", programs.bizops("prune", "--keep", "1"));
        refused("bizops-transform", programs.build());

        assertThat(before.lostIn(before.again(database), Set.of())).isEmpty();
        assertThat(Kept.read(database).size()).isEqualTo(before.size());
    }

    private void upgrade() throws Exception {
        Kept before = Kept.read(database, "valid_to");
        boolean hasStates = before.rows().containsKey("bizops.state");
        Map<String, ?> leads = TableRows.read(database, "raw_salesforce", "lead", List.of("id"));
        Installed programs = now();

        Run run = programs.run(new Company(folder).load(3));
        Run build = programs.build();

        assertThat(run.exit()).as(run.stderr()).isZero();
        assertThat(build.exit()).as(build.stderr()).isZero();
        assertThat(programs.given()).isEqualTo(hasStates ? Company.state(2) : "");
        assertThat(programs.bizops("state", "export", Installed.STATE_ID)
                        .stdout()
                        .strip())
                .isEqualTo(Company.state(3));
        assertThat(programs.bizops("state", "history", Installed.STATE_ID).stdout())
                .contains(hasStates ? Company.state(2) : Company.state(3));
        assertThat(Filling.version(database)).isEqualTo(Migrations.latest());
        assertThat(before.lostIn(before.again(database), MOVING)).isEmpty();
        assertThat(TableRows.read(database, "raw_salesforce", "lead", List.of("id"))
                        .keySet())
                .isEqualTo(leads.keySet());
        assertThat(TableRows.read(database, "raw_salesforce", "visit", List.of("n", "_sdc_sequence")))
                .hasSize(hasStates ? 2 * Company.VISITS : 3 * Company.VISITS);
    }

    private Installed now() throws IOException {
        Installed programs = new Installed(Installed.newest(), database, folder.resolve("now"));
        programs.prepare(Map.of("on_bad_value", "reject"));
        return programs;
    }

    private static void refused(String program, Run run) {
        assertThat(run.exit()).as(run.stderr()).isEqualTo(1);
        assertThat(ErrorLine.of("CRITICAL", program, run.stderr()))
                .contains("schema bizops has version " + NEWER)
                .contains("this program knows version " + Migrations.latest() + " at most: upgrade it, or restore");
    }

    private void restore(int version) throws Exception {
        try (InputStream dump = UpgradeIT.class.getResourceAsStream(name(version))) {
            // Of the whole database, so that it is in no dump of schemas.
            Filling.execute(database, "CREATE EXTENSION btree_gist SCHEMA public");
            Filling.execute(
                    database,
                    new String(
                            Objects.requireNonNull(dump, "no dump of version " + version)
                                    .readAllBytes(),
                            StandardCharsets.UTF_8));
        }
    }

    private static String name(int version) {
        return "schema-" + version + ".sql";
    }
}
