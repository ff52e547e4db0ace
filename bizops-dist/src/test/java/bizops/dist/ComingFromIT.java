package bizops.dist;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.postgres.SharedPostgres;
import bizops.postgres.TestDatabase;
import bizops.sandbox.Sandbox;
import bizops.sandbox.SandboxOptions;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The settings and commands of docs/coming-from.md, as they stand there, on tables as the other tools leave them. */
final class ComingFromIT {
    private static final Path PAGE = Path.of("..", "docs", "coming-from.md");
    private static final String STATE =
            "{\"bookmarks\": {\"Lead\": {\"SystemModstamp\": \"2026-06-29T12:00:00.000000Z\"}}}";
    /** What is read from such a bookmark on: ten minutes before it are read again. */
    private static final String FROM_THE_BOOKMARK = "reading SystemModstamp in [2026-06-29T11:50:00Z, ";
    /** An hour earlier, as the commands for Stitch and Airbyte make it. */
    private static final String FROM_THE_NEWEST_ROW = "reading SystemModstamp in [2026-06-29T10:50:00Z, ";

    @TempDir
    private Path folder = Path.of("");

    private final TestDatabase database = SharedPostgres.freshDatabase();

    @BeforeEach
    void psqlIsThere() throws Exception {
        Assumptions.assumeTrue(
                new ProcessBuilder("sh", "-c", "command -v psql python3 >&2")
                                .start()
                                .waitFor()
                        == 0,
                "not tried: there is no psql, or no python3");
    }

    @Test
    void everySectionsCommandsGoOnFromWhatIsThere() throws Exception {
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().scale(0.02))) {
            sandbox.insert("Lead", Map.of("LastName", "Ada", "Company", "Analytical Engines"));
            sandbox.advance(Duration.ofHours(1));
            // The catalog that the first section makes is that of the others too.
            meltano(sandbox);
            pipelineWise(sandbox);
            stitch(sandbox);
            fivetran(sandbox);
            airbyte(sandbox);
        }
    }

    private void meltano(Sandbox sandbox) throws Exception {
        execute(
                "CREATE SCHEMA tap_salesforce",
                "CREATE TABLE tap_salesforce.\"Lead\" (\"Id\" text PRIMARY KEY, \"Email\" text, \"SystemModstamp\" timestamp,"
                        + " _sdc_extracted_at timestamp, _sdc_batched_at timestamp, _sdc_deleted_at timestamp)",
                "INSERT INTO tap_salesforce.\"Lead\" VALUES ('old', 'old@example.com', '2026-06-01')");
        script("meltano", "echo '{\"singer_state\": " + STATE + "}'");

        Run run = section("Meltano", sandbox);

        assertThat(run.stderr()).contains(FROM_THE_BOOKMARK);
        assertThat(LoadedTables.rows(database, "tap_salesforce")).containsOnlyKeys("Lead");
        assertThat(LoadedTables.rows(database, "tap_salesforce").get("Lead")).hasSizeGreaterThan(1);
    }

    private void pipelineWise(Sandbox sandbox) throws Exception {
        Path state = folder.resolve(".pipelinewise/warehouse/salesforce/state.json");
        Files.createDirectories(state.resolveSibling(""));
        Files.writeString(state, STATE.replace("}}}", "}}, \"currently_syncing\": null}"));

        Run run = section("PipelineWise", sandbox);

        assertThat(run.stderr()).contains(FROM_THE_BOOKMARK);
        assertThat(LoadedTables.rows(database, "salesforce")).containsOnlyKeys("lead");
    }

    private void stitch(Sandbox sandbox) throws Exception {
        execute(
                "CREATE SCHEMA stitch_salesforce",
                "CREATE TABLE stitch_salesforce.lead (id text PRIMARY KEY, email text, systemmodstamp timestamptz,"
                        + " _sdc_received_at timestamptz, _sdc_batched_at timestamptz, _sdc_sequence bigint,"
                        + " _sdc_table_version bigint)",
                "INSERT INTO stitch_salesforce.lead VALUES ('old', null, '2026-06-29T12:00Z', now(), now(), 1, 1)");

        Run run = section("Stitch", sandbox);

        assertThat(run.stderr()).contains(FROM_THE_NEWEST_ROW);
        assertThat(LoadedTables.rows(database, "stitch_salesforce").get("lead")).hasSizeGreaterThan(1);
    }

    private void fivetran(Sandbox sandbox) throws Exception {
        execute(
                "DROP SCHEMA salesforce CASCADE",
                "CREATE SCHEMA salesforce",
                "CREATE TABLE salesforce.lead (id text PRIMARY KEY, _fivetran_deleted boolean, _fivetran_synced timestamptz)",
                "INSERT INTO salesforce.lead VALUES ('gone at the vendor', false, now())");

        Run run = section("Fivetran", sandbox);

        assertThat(run.stdout()).contains(" gone at the vendor | f        | t");
    }

    private void airbyte(Sandbox sandbox) throws Exception {
        execute(
                "CREATE SCHEMA airbyte_salesforce",
                "CREATE TABLE airbyte_salesforce.\"Lead\" (_airbyte_raw_id varchar NOT NULL, _airbyte_extracted_at"
                        + " timestamptz NOT NULL, _airbyte_meta jsonb NOT NULL, \"Id\" varchar, \"Email\" varchar,"
                        + " \"SystemModstamp\" timestamptz)",
                "INSERT INTO airbyte_salesforce.\"Lead\" VALUES ('r', now(), '{}', 'old', null, '2026-06-29T12:00Z')");

        Run run = section("Airbyte", sandbox);

        assertThat(run.stderr()).contains(FROM_THE_NEWEST_ROW);
        assertThat(LoadedTables.rows(database, "airbyte_salesforce").get("Lead"))
                .hasSizeGreaterThan(1);
    }

    /** Writes the section's settings, then runs its commands. */
    private Run section(String title, Sandbox sandbox) throws Exception {
        String page = Files.readString(PAGE);
        int begin = page.indexOf("\n## " + title + "\n");
        int end = page.indexOf("\n## ", begin + 1);
        String section = page.substring(begin, end < 0 ? page.length() : end);
        List<String> blocks = List.of(section.split("```", -1));
        List<String> settings =
                blocks.stream().filter(block -> block.startsWith("json\n")).toList();
        List<String> commands =
                blocks.stream().filter(block -> block.startsWith("sh\n")).toList();
        assertThat(settings).as(title).isNotEmpty();
        assertThat(commands).as(title).hasSize(1);
        if (settings.size() == 2) {
            Files.writeString(folder.resolve("tap.json"), settings.get(0).substring("json\n".length()));
        }
        Files.writeString(
                folder.resolve("target.json"), settings.get(settings.size() - 1).substring("json\n".length()));
        Path file =
                Files.writeString(folder.resolve("section.sh"), commands.get(0).substring("sh\n".length()));
        Run run = Run.in(folder, variables(sandbox), Path.of("/bin/bash"), "-e", "-o", "pipefail", file.toString());
        assertThat(run.exit()).as(title + run.stdout() + run.stderr()).isZero();
        // The new rows carry the vendor's data, and no setting was unknown.
        assertThat(run.stderr()).as(title).doesNotContain("did you mean");
        return run;
    }

    private Map<String, String> variables(Sandbox sandbox) {
        Map<String, String> variables = new HashMap<>();
        variables.put(
                "PATH",
                folder + File.pathSeparator + Tree.HOME.resolve("bin") + File.pathSeparator + System.getenv("PATH"));
        variables.put("HOME", folder.toString());
        variables.put("TAP_SALESFORCE_LOGIN_URL", sandbox.url());
        variables.put("TAP_SALESFORCE_CLIENT_ID", sandbox.clientId());
        variables.put("TAP_SALESFORCE_CLIENT_SECRET", sandbox.clientSecret());
        variables.put("TAP_SALESFORCE_STREAMS_TO_DISCOVER", "[\"Lead\"]");
        variables.put("PG_ADDRESS", database.host());
        variables.put("PG_PORT", Integer.toString(database.port()));
        variables.put("PG_DATABASE", database.name());
        variables.put("PG_USERNAME", database.user());
        variables.put("PG_PASSWORD", database.password());
        variables.put("PGHOST", database.host());
        variables.put("PGPORT", Integer.toString(database.port()));
        variables.put("PGDATABASE", database.name());
        variables.put("PGUSER", database.user());
        variables.put("PGPASSWORD", database.password());
        return variables;
    }

    private void script(String name, String body) throws Exception {
        Path file = Files.writeString(folder.resolve(name), "#!/bin/sh\n" + body + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private void execute(String... statements) throws Exception {
        try (Connection open = database.connect();
                Statement statement = open.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
