package bizops.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;

/**
 * How long a full build takes, from raw tables to published marts, beside what the server needs to write the build's
 * touches into a new table in order of person and date; and how that grows from a tenth of the touches to all.
 */
final class Transforms {
    private static final String FLOOR =
            "CREATE TABLE public.sorted AS SELECT * FROM core.touch ORDER BY person_key, touch_date";
    private static final String SLOWEST = """
            SELECT string_agg(relation || ' ' || ms || ' ms', ', ') FROM (
                SELECT relation, ms FROM bizops.build_model
                WHERE build_id = (SELECT max(build_id) FROM bizops.build_model) ORDER BY ms DESC LIMIT 12) x
            """;
    private static final int TENTH = 10;

    private final Ground ground;
    private final PrintStream out;

    Transforms(Ground ground, PrintStream out) {
        this.ground = ground;
        this.out = out;
    }

    void run(long touches) throws SQLException, IOException, InterruptedException {
        double small = build(touches / TENTH);
        ground.sql("DROP SCHEMA raw_salesforce CASCADE");
        out.printf("transform: %.1f times as long for ten times the touches%n", build(touches) / small);
    }

    private double build(long touches) throws SQLException, IOException, InterruptedException {
        Path config = ground.config();
        Path seeds = Files.createTempDirectory(ground.directory(), "seeds");
        Measured made = measured(ground.program(
                "bizops-sandbox",
                "world",
                "--config",
                config.toString(),
                "--touches",
                Long.toString(touches),
                "--out",
                seeds.toString()));
        out.printf("  world of %d touches: %.1f s%n", touches, made.seconds());
        Measured full = full(config, seeds);
        out.println("  slowest: " + ground.one(SLOWEST));
        ground.sql("CHECKPOINT");
        Measured floor = Measured.run(ground.psql(FLOOR));
        ground.sql("DROP TABLE public.sorted", "CHECKPOINT");
        out.printf(
                "transform, %d touches: floor %.1f s, full build %.1f s (%.2f), %.1f us a touch; peak %.0f MiB%n",
                touches,
                floor.seconds(),
                full.seconds(),
                full.seconds() / floor.seconds(),
                full.seconds() * 1e6 / touches,
                full.peakBytes() / (double) (1 << 20));
        return full.seconds();
    }

    private Measured full(Path config, Path seeds) throws IOException, InterruptedException {
        Measured full = measured(ground.program(
                "bizops-transform", "build", "--full", "--config", config.toString(), "--seeds", seeds.toString()));
        ground.said().lines().filter(line -> line.startsWith("INFO")).forEach(line -> out.println("  " + line));
        return full;
    }

    private Measured measured(ProcessBuilder program) throws IOException, InterruptedException {
        try {
            return Measured.run(program);
        } catch (IOException failed) {
            throw new IOException(failed.getMessage() + "\n" + ground.said(), failed);
        }
    }
}
