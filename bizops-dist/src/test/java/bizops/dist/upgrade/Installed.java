package bizops.dist.upgrade;

import bizops.dist.Run;
import bizops.dist.Tree;
import bizops.dist.Written;
import bizops.postgres.TestDatabase;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Programs of one version, at work on one database with files of their own.
 *
 * @param bin where they lie
 */
record Installed(Path bin, TestDatabase database, Path folder) {
    /** The pipeline's name. */
    static final String STATE_ID = "crm";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TAP = """
            #!/bin/sh
            while [ $# -gt 0 ]; do [ "$1" != --state ] || cp "$2" '%1$s/given'; shift; done
            cat '%1$s/messages'
            """;
    private static final String PROJECT = """
            version: 1
            default_environment: prod
            environments: {prod: {schema_prefix: ""}}
            taps: {crm: {command: ./tap, schema: raw_salesforce}}
            targets: {warehouse: {command: target-postgres, settings: {on_bad_value: reject}}}
            transform: {seeds: %s}
            pipelines: {nightly: {taps: [crm], target: warehouse, report: false, retries: 0}}
            """;

    /** Where those of this version lie. */
    static Path newest() {
        return Objects.requireNonNull(Tree.program("bizops").getParent());
    }

    /** Writes settings and a tap, which prints the file {@code messages} and keeps the state it got as {@code given}. */
    void prepare(Map<String, Object> more) throws IOException {
        Files.createDirectories(folder);
        Path tap = Files.writeString(folder.resolve("tap"), TAP.formatted(folder));
        Files.setPosixFilePermissions(tap, PosixFilePermissions.fromString("rwxr-xr-x"));
        Map<String, Object> target = new TreeMap<>(database.settings());
        target.put("default_target_schema", "raw_salesforce");
        target.putAll(more);
        JSON.writeValue(folder.resolve("target.json").toFile(), target);
        JSON.writeValue(folder.resolve("warehouse.json").toFile(), database.settings());
        Files.writeString(folder.resolve("tap.json"), "{}");
        Files.writeString(
                folder.resolve("bizops.yml"),
                PROJECT.formatted(
                        Company.EXAMPLE.resolve("seeds").toAbsolutePath().normalize()));
    }

    /** {@code target-postgres} alone, without a state. */
    Run load(List<String> messages) throws IOException, InterruptedException {
        write(messages);
        String pipe = "'" + bin.resolve("target-postgres") + "' --config target.json < messages";
        return Run.in(folder, Map.of(), Path.of("/bin/sh"), "-c", pipe);
    }

    /** {@code bizops run TAP TARGET}. */
    Run run(List<String> messages) throws IOException, InterruptedException {
        write(messages);
        return bizops(
                "run",
                folder.resolve("tap").toString(),
                "target-postgres",
                "--state-id",
                STATE_ID,
                "--tap-config",
                "tap.json",
                "--target-config",
                "target.json");
    }

    /** {@code bizops run} of the pipeline of {@code bizops.yml}. */
    Run pipeline(List<String> messages) throws IOException, InterruptedException {
        write(messages);
        return bizops("run", "nightly");
    }

    Run build() throws IOException, InterruptedException {
        return transform(
                "build",
                "--seeds",
                Company.EXAMPLE.resolve("seeds").toAbsolutePath().toString());
    }

    Run transform(String command, String... more) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of(command, "--config", "warehouse.json"));
        arguments.addAll(List.of(more));
        return Run.in(folder, Map.of(), bin.resolve("bizops-transform"), arguments.toArray(String[]::new));
    }

    /** {@code bizops}, with the database in its variables. */
    Run bizops(String... arguments) throws IOException, InterruptedException {
        return Run.in(
                folder,
                Map.of(
                        "PG_ADDRESS", database.host(),
                        "PG_PORT", Integer.toString(database.port()),
                        "PG_DATABASE", database.name(),
                        "PG_USERNAME", database.user(),
                        "PG_PASSWORD", database.password()),
                bin.resolve("bizops"),
                arguments);
    }

    /** The state that the tap was given last; empty if none was. */
    String given() throws IOException {
        Path given = folder.resolve("given");
        return Files.exists(given) ? Written.text(given).strip() : "";
    }

    private void write(List<String> messages) throws IOException {
        Files.write(folder.resolve("messages"), messages);
    }
}
