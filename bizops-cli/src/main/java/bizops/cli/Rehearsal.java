package bizops.cli;

import bizops.postgres.PostgresServer;
import bizops.singer.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How a program is run while its class-data archive is made: what it loads then is what starts fast later. A tap
 * reads a small company, a target loads two rows into a temporary server, and marts and pages are made of the company.
 * Thread-confined; closed when the run is over.
 */
final class Rehearsal implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Rehearsal.class);

    private final List<String> arguments;
    private final AutoCloseable stage;

    private Rehearsal(List<String> arguments, AutoCloseable stage) {
        this.arguments = arguments;
        this.stage = stage;
    }

    static Rehearsal of(String program, RehearsedCompany company) throws IOException, InterruptedException {
        if (program.startsWith("target-")) {
            try {
                return load();
            } catch (IOException noServer) {
                LOG.warn("{}: only its start is rehearsed, no load, because {}", program, noServer.getMessage());
            }
        }
        String option = program.matches("(tap|target)-.*") ? "--about" : "--help";
        return new Rehearsal(company.arguments(program).orElse(List.of(option)), () -> {});
    }

    /** The program's arguments. */
    List<String> arguments() {
        return arguments;
    }

    @Override
    public void close() {
        try {
            stage.close();
        } catch (Exception leftOver) {
            LOG.warn("after a rehearsal: {}", leftOver.getMessage());
        }
    }

    private static Rehearsal load() throws IOException {
        PostgresServer server = PostgresServer.start();
        Path directory = Files.createTempDirectory("bizops-rehearsal-");
        Path messages = directory.resolve("messages.jsonl");
        Path config = directory.resolve("config.json");
        try (InputStream in = Rehearsal.class.getResourceAsStream("rehearsal.jsonl")) {
            if (in == null) {
                throw new IllegalStateException("no resource rehearsal.jsonl");
            }
            Files.copy(in, messages);
        }
        Files.writeString(config, Json.write(server.settings("postgres")));
        return new Rehearsal(List.of("--config", config.toString(), "--input", messages.toString()), () -> {
            server.close();
            Files.delete(messages);
            Files.delete(config);
            Files.delete(directory);
        });
    }
}
