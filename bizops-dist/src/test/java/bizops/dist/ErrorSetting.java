package bizops.dist;

import bizops.postgres.SharedPostgres;
import bizops.postgres.TestDatabase;
import bizops.sandbox.Sandbox;
import bizops.sandbox.SandboxOptions;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What all loads that fail share: one company that does not change, and one load of it that nothing disturbed. Batches
 * and distances between STATEs are small, so that a failure comes between commits.
 */
final class ErrorSetting implements AutoCloseable {
    /** The stages of {@link #load}. */
    static final int TAP = 0;

    static final int TARGET = 3;

    private static final List<String> STREAMS = List.of("Account", "Lead", "Campaign", "CampaignMember");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path directory;
    private final Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().scale(0.12));
    private final Path catalog;
    private final Map<String, List<String>> expected;

    private ErrorSetting(Path directory) throws Exception {
        this.directory = directory;
        this.catalog = directory.resolve("catalog.json");
        Path config = write("discover", tap());
        Catalogs.select(Catalogs.discover(Map.of(), config.toString()), catalog, STREAMS.toArray(String[]::new));
        TestDatabase undisturbed = SharedPostgres.freshDatabase();
        Pipeline load = load("undisturbed", tap(), Optional.empty(), "", target(undisturbed))
                .await();
        if (load.exit(TAP) != 0 || load.exit(TARGET) != 0) {
            throw new IOException("the undisturbed load failed; " + load.logs());
        }
        this.expected = LoadedTables.rows(undisturbed);
    }

    static ErrorSetting prepare(Path directory) throws Exception {
        return new ErrorSetting(directory);
    }

    Sandbox sandbox() {
        return sandbox;
    }

    /** What every load must end with. */
    Map<String, List<String>> expected() {
        return expected;
    }

    /** Good settings of the tap; the caller may spoil them. */
    Map<String, Object> tap() {
        Map<String, Object> settings = new TreeMap<>();
        settings.put("login_url", sandbox.url());
        settings.put("client_id", sandbox.clientId());
        settings.put("client_secret", sandbox.clientSecret());
        settings.put("streams_to_discover", STREAMS);
        settings.put("page_size", 200);
        settings.put("state_message_threshold", 100);
        settings.put("request_max_attempts", 2);
        return settings;
    }

    /** Good settings of the target; the caller may spoil them. */
    Map<String, Object> target(TestDatabase database) {
        Map<String, Object> settings = database.settings();
        settings.put("default_target_schema", "raw_salesforce");
        settings.put("batch_size_rows", 150);
        settings.put("retry_seconds", 2);
        return settings;
    }

    List<String> tapCommand(String name, Map<String, Object> tap, Optional<String> state) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Tree.program("tap-salesforce").toString(),
                "--config",
                write(name + "-tap", tap).toString(),
                "--catalog",
                catalog.toString()));
        if (state.isPresent()) {
            Path file = Files.writeString(directory.resolve(name + "-state.json"), state.get());
            command.addAll(List.of("--state", file.toString()));
        }
        return command;
    }

    List<String> targetCommand(String name, Map<String, Object> target) throws IOException {
        return List.of(
                Tree.program("target-postgres").toString(),
                "--config",
                write(name + "-target", target).toString());
    }

    /**
     * Starts {@code tap | sed | tee | target}.
     *
     * @param edit what {@code sed} does to the messages; if empty, nothing and {@code cat} takes its place, which reads more at a time
     */
    Pipeline load(String name, Map<String, Object> tap, Optional<String> state, String edit, Map<String, Object> target)
            throws IOException {
        return Pipeline.start(
                directory.resolve(name),
                tapCommand(name, tap, state),
                edit.isEmpty() ? List.of("cat") : List.of("sed", "-u", edit),
                List.of("tee", messages(name).toString()),
                targetCommand(name, target));
    }

    /** What went into the target of the load of this name. */
    SentMessages sent(String name) throws IOException {
        return SentMessages.read(messages(name));
    }

    private Path messages(String name) {
        return directory.resolve(name + "-messages");
    }

    private Path write(String name, Map<String, Object> settings) throws IOException {
        Path file = directory.resolve(name + ".json");
        JSON.writeValue(file.toFile(), settings);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }

    @Override
    public void close() {
        sandbox.close();
    }
}
