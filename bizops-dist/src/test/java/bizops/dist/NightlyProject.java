package bizops.dist;

import bizops.postgres.TestDatabase;
import bizops.sandbox.Sandbox;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** A project whose pipeline {@code nightly} loads two objects of a sandbox's Salesforce, and builds. */
final class NightlyProject {
    private static final String FILE = """
            version: 1
            default_environment: prod
            environments:
              prod: {schema_prefix: ""}
              elsewhere: {schema_prefix: elsewhere_, raw_prefix: elsewhere_, extract: false}
            taps:
              crm:
                command: tap-salesforce
                settings:
                  login_url: ${SALESFORCE_URL}
                  client_id: ${SALESFORCE_CLIENT_ID}
                  client_secret: ${SALESFORCE_CLIENT_SECRET}
                  streams_to_discover: [Account, Lead]
                select: ["*"]
                schema: raw_salesforce
            targets:
              warehouse: {command: target-postgres, settings: {batch_size_rows: 20}}
            transform: {seeds: seeds}
            logs: {folder: @LOGS}
            pipelines:
              load: {taps: [crm], target: warehouse, transform: false, report: false, retries: 0}
              build: {taps: [crm], target: warehouse, report: false, retries: 0}
            """;

    private final Path folder;
    private final Map<String, String> variables = new HashMap<>();

    /** Writes it; {@code logs} is where its runs log. */
    NightlyProject(Path folder, Path logs, Sandbox sandbox, TestDatabase database) throws IOException {
        this.folder = Files.createDirectories(folder);
        Files.writeString(folder.resolve("bizops.yml"), FILE.replace("@LOGS", logs.toString()));
        sandbox.writeSeeds(Files.createDirectories(folder.resolve("seeds")));
        variables.put("SALESFORCE_URL", sandbox.url());
        variables.put("SALESFORCE_CLIENT_ID", sandbox.clientId());
        variables.put("SALESFORCE_CLIENT_SECRET", sandbox.clientSecret());
        variables.put("PG_ADDRESS", database.host());
        variables.put("PG_PORT", Integer.toString(database.port()));
        variables.put("PG_DATABASE", database.name());
        variables.put("PG_USERNAME", database.user());
        variables.put("PG_PASSWORD", database.password());
    }

    /** This one with another variable. */
    NightlyProject with(String name, String value) {
        variables.put(name, value);
        return this;
    }

    /** This one with the catalogs that another folder holds. */
    NightlyProject keeping(Path other) throws IOException {
        Files.createDirectories(folder.resolve("catalogs"));
        Files.copy(other.resolve("catalogs/crm.json"), folder.resolve("catalogs/crm.json"));
        return this;
    }

    Run bizops(String... arguments) throws IOException, InterruptedException {
        return Run.in(folder, variables, Tree.program("bizops"), arguments);
    }

    /** Starts a run of {@code load} that the caller ends. */
    Process start() throws IOException {
        ProcessBuilder run = new ProcessBuilder(Tree.program("bizops").toString(), "run", "load")
                .directory(folder.toFile())
                .redirectInput(Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.DISCARD);
        run.environment().putAll(variables);
        return run.start();
    }
}
