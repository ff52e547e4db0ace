package bizops.cli;

import bizops.postgres.TestDatabase;
import bizops.singer.cli.Launcher;
import bizops.singer.cli.Terminal;
import bizops.singer.error.ExitCode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The program {@code bizops} run in this process over a database. */
final class Cli {
    private final Map<String, String> environment = new HashMap<>();

    Cli(TestDatabase database) {
        environment.put("PG_ADDRESS", database.host());
        environment.put("PG_PORT", Integer.toString(database.port()));
        environment.put("PG_DATABASE", database.name());
        environment.put("PG_USERNAME", database.user());
        environment.put("TARGET_POSTGRES_PASSWORD", database.password());
    }

    /** This one with another variable. */
    Cli with(String name, String value) {
        environment.put(name, value);
        return this;
    }

    /** What a call left behind. */
    record Outcome(ExitCode code, String output, String errors) {}

    Outcome call(String... arguments) {
        return callWith("", arguments);
    }

    Outcome callWith(String input, String... arguments) {
        ByteArrayOutputStream stdout = new ByteArrayOutputStream();
        ByteArrayOutputStream stderr = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                stdout,
                new PrintStream(stderr, true, StandardCharsets.UTF_8),
                environment);
        ExitCode code = Launcher.run(Main.program(), terminal, List.of(arguments));
        return new Outcome(code, stdout.toString(StandardCharsets.UTF_8), stderr.toString(StandardCharsets.UTF_8));
    }
}
