package bizops.dist.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.dist.Run;
import bizops.postgres.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;

/** What programs of an earlier version do before they are replaced: two loads and a build behind each. */
final class Filling {
    /** Migrations of the schema {@code bizops} that brought states and {@code bizops run}, and pipelines. */
    private static final int WITH_STATES = 2;

    private static final int WITH_PIPELINES = 3;
    /** Tests of a build are many, and of no use here. */
    private static final int TESTS_KEPT = 5;

    private static final int TRIES = 5;

    private final Installed programs;

    Filling(Installed programs) {
        this.programs = programs;
    }

    /** Fills the database; answers the version of the schema {@code bizops}. */
    int run() throws Exception {
        Company company = new Company(Files.createDirectories(programs.folder()));
        programs.prepare(Map.of());
        good(programs.load(company.load(1)));
        int version = version(programs.database());
        if (version >= WITH_STATES) {
            programs.prepare(Map.of("on_bad_value", "reject"));
            good(programs.run(company.load(1)));
        }
        build();
        if (version >= WITH_PIPELINES) {
            good(programs.pipeline(company.load(2)));
        } else if (version == WITH_STATES) {
            good(programs.run(company.load(2)));
        } else {
            List<String> lines = company.load(2).stream()
                    .filter(line -> !line.contains("\"never\""))
                    .toList();
            good(programs.load(lines));
        }
        build();
        execute(
                programs.database(),
                "DO $$ BEGIN IF to_regclass('bizops.build_test') IS NOT NULL THEN DELETE FROM bizops.build_test AS t USING"
                        + " (SELECT ctid, row_number() OVER (PARTITION BY build_id ORDER BY test) AS n FROM"
                        + " bizops.build_test) AS r WHERE r.ctid = t.ctid AND r.n > " + TESTS_KEPT
                        + "; END IF; END $$");
        return version;
    }

    /** An earlier version may fail by what this one mends. */
    private void build() throws IOException, InterruptedException {
        Run run = programs.build();
        for (int again = 0; run.exit() != 0 && again < TRIES; again++) {
            run = programs.build();
        }
        good(run);
    }

    private static void good(Run run) {
        assertThat(run.exit()).as(run.stdout() + run.stderr()).isZero();
    }

    /** Writes what outlives builds as SQL; {@code pg_dump} must not be older than the server. */
    static void dump(TestDatabase database, Path file) throws IOException, InterruptedException {
        Run dump = Run.in(
                Path.of("").toAbsolutePath(),
                Map.of("PGPASSWORD", database.password()),
                Path.of("/usr/bin/env"),
                "pg_dump",
                "--inserts",
                "--no-owner",
                "--no-privileges",
                "-h",
                database.host(),
                "-p",
                Integer.toString(database.port()),
                "-U",
                database.user(),
                "-n",
                "bizops",
                "-n",
                "history",
                "-n",
                "raw_*",
                database.name());
        assertThat(dump.exit()).as(dump.stderr()).isZero();
        Files.createDirectories(file.toAbsolutePath().getParent());
        // Lines for psql alone, comments, and what a server older than the dumping program does not know.
        Files.write(
                file,
                dump.stdout()
                        .lines()
                        .filter(line -> !line.startsWith("\\") && !line.startsWith("--") && !line.isBlank())
                        .filter(line -> !line.startsWith("SET "))
                        .toList());
    }

    static int version(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT max(number) FROM bizops.migration")) {
            row.next();
            return row.getInt(1);
        }
    }

    static void execute(TestDatabase database, String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
