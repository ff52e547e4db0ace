package bizops.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * How long a full build takes, from raw tables to published marts, beside what the server needs to write the build's
 * touches into a new table in order of person and date; how that grows from a tenth of the touches to all; and how long
 * an incremental build takes behind it.
 */
final class Transforms {
    private static final String FLOOR =
            "CREATE TABLE public.sorted AS SELECT * FROM core.touch ORDER BY person_key, touch_date";
    private static final String SLOWEST = """
            SELECT string_agg(relation || ' ' || ms || ' ms', ', ') FROM (
                SELECT relation, ms FROM bizops.build_model
                WHERE build_id = (SELECT max(build_id) FROM bizops.build_model) ORDER BY ms DESC LIMIT 12) x
            """;
    private static final String[] CHANGE = {
        "UPDATE raw_salesforce.campaignmember SET _sdc_sequence = DEFAULT,"
                + " firstrespondeddate = coalesce(firstrespondeddate, createddate::date) + 1"
                + " WHERE hashtext(id) % 1000 = 0",
        "UPDATE raw_salesforce.opportunity SET _sdc_sequence = DEFAULT, amount = amount + 1,"
                + " incremental_acv__c = incremental_acv__c + 1 WHERE hashtext(id) % 1000 = 0"
    };
    /** The tables as a target would have left them: each load is noted with the numbers of its rows. */
    private static final String NOTED = """
            INSERT INTO bizops.checkpoint (schema_name, table_name, least_sequence, greatest_sequence, is_rewrite, run_id)
            SELECT 'raw_salesforce', '%1$s', n.least, n.greatest, false, 'bench'
            FROM (
                SELECT min(_sdc_sequence) AS least, max(_sdc_sequence) AS greatest FROM raw_salesforce."%1$s"
                WHERE _sdc_sequence > (
                    SELECT coalesce(max(c.greatest_sequence), 0) FROM bizops.checkpoint c WHERE c.table_name = '%1$s')
            ) n
            WHERE n.greatest IS NOT NULL
            """;

    private static final String TABLES = """
            SELECT string_agg(table_name, ',') FROM information_schema.tables WHERE table_schema = 'raw_salesforce'
            """;
    private static final int TENTH = 10;

    private final Ground ground;
    private final PrintStream out;

    Transforms(Ground ground, PrintStream out) {
        this.ground = ground;
        this.out = out;
    }

    /** With {@code growth} a tenth of the touches is built first. */
    void run(long touches, boolean growth) throws SQLException, IOException, InterruptedException {
        prepare();
        if (!growth) {
            build(touches);
            return;
        }
        double small = build(touches / TENTH);
        ground.sql("DROP SCHEMA raw_salesforce CASCADE", "DELETE FROM bizops.checkpoint");
        out.printf("transform: %.1f times as long for ten times the touches%n", build(touches) / small);
    }

    /** Notes in the place of loads what has been written since the last ones. */
    private void note() throws SQLException {
        for (String table : ground.one(TABLES).split(",", -1)) {
            ground.sql(NOTED.formatted(table));
        }
    }

    /** Lets the target make the tables in which it notes its loads. */
    private void prepare() throws IOException, InterruptedException {
        Path nothing = Files.writeString(ground.directory().resolve("nothing.jsonl"), """
                {"type": "SCHEMA", "stream": "nothing", "schema": {"properties": {"id": {"type": "string"}}}, "key_properties": ["id"]}
                {"type": "RECORD", "stream": "nothing", "record": {"id": "1"}}
                """);
        Measured.run(ground.target("raw_nothing", nothing, ""));
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
        note();
        Measured full = transform("build", config, seeds, "--full");
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
        incremental(config, seeds, full);
        return full.seconds();
    }

    /** One touch and one opportunity in a thousand change; then what is published is held to a full build. */
    private void incremental(Path config, Path seeds, Measured full)
            throws SQLException, IOException, InterruptedException {
        ground.sql(CHANGE);
        note();
        ground.sql("CHECKPOINT");
        Measured changed = transform("build", config, seeds);
        out.printf(
                "transform, 0.1 %% of touches and opportunities changed: incremental build %.1f s, %.2f of the full one%n",
                changed.seconds(), changed.seconds() / full.seconds());
        out.println("  slowest: " + ground.one(SLOWEST));
        out.printf("  verified in %.1f s%n", transform("verify", config, seeds).seconds());
    }

    private Measured transform(String command, Path config, Path seeds, String... more)
            throws IOException, InterruptedException {
        List<String> arguments =
                new ArrayList<>(List.of(command, "--config", config.toString(), "--seeds", seeds.toString()));
        arguments.addAll(List.of(more));
        Measured done = measured(ground.program("bizops-transform", arguments.toArray(String[]::new)));
        ground.said().lines().filter(line -> line.startsWith("INFO")).forEach(line -> out.println("  " + line));
        return done;
    }

    private Measured measured(ProcessBuilder program) throws IOException, InterruptedException {
        try {
            return Measured.run(program);
        } catch (IOException failed) {
            throw new IOException(failed.getMessage() + "\n" + ground.said(), failed);
        }
    }
}
