package bizops.report.own;

import bizops.postgres.SharedPostgres;
import bizops.postgres.TestDatabase;
import bizops.singer.cli.Launcher;
import bizops.singer.cli.Program;
import bizops.singer.cli.Terminal;
import bizops.singer.error.ExitCode;
import bizops.transform.cli.BuildCommand;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Marts of an invented Salesforce, built by the program that builds all marts. */
final class BuiltMarts {
    private static final ObjectMapper JSON = new ObjectMapper();

    private BuiltMarts() {}

    /**
     * Builds them in a database of their own.
     *
     * @param change SQL run on the raw tables before
     * @param seeds files of the folder of seeds, by name
     */
    static TestDatabase from(String change, Map<String, String> seeds, Path folder) throws SQLException, IOException {
        TestDatabase database = SharedPostgres.freshDatabase();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(resource("raw-salesforce.sql"));
            statement.execute(change);
        }
        Path config = folder.resolve("warehouse.json");
        Files.writeString(config, JSON.writeValueAsString(database.settings()));
        Path seedFolder = Files.createDirectories(folder.resolve("seeds"));
        for (Map.Entry<String, String> seed : seeds.entrySet()) {
            Files.writeString(seedFolder.resolve(seed.getKey()), seed.getValue());
        }
        build("--config", config.toString(), "--seeds", seedFolder.toString());
        return database;
    }

    static String resource(String name) throws IOException {
        try (InputStream in = BuiltMarts.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException("no resource " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void build(String... arguments) {
        ByteArrayOutputStream stderr = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(
                new ByteArrayInputStream(new byte[0]),
                new ByteArrayOutputStream(),
                new PrintStream(stderr, true, StandardCharsets.UTF_8),
                Map.of());
        Program program = Program.named("bizops-transform", "Builds marts").with("build", new BuildCommand());
        List<String> line = new ArrayList<>(List.of("build"));
        line.addAll(List.of(arguments));
        if (Launcher.run(program, terminal, line) != ExitCode.OK) {
            throw new IllegalStateException(stderr.toString(StandardCharsets.UTF_8));
        }
    }
}
