package bizops.singer.testkit.run;

import bizops.singer.cli.Terminal;
import bizops.singer.error.ExitCode;
import bizops.singer.testkit.line.Output;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A Java program that runs inside this process: no pipes, no signals, but a debugger sees it. Immutable. */
public final class InProcess implements Subject {
    private final Body body;
    private final Map<String, String> environment;

    /**
     * The program over streams in memory.
     *
     * @param environment the variables that the program sees
     */
    public InProcess(Body body, Map<String, String> environment) {
        this.body = body;
        this.environment = Map.copyOf(environment);
    }

    /** Runs the program with these streams; such as {@code new TapProgram(…)::run}. */
    @FunctionalInterface
    public interface Body {
        ExitCode run(Terminal terminal, List<String> arguments);
    }

    @Override
    public Ended run(String name, List<String> arguments, byte[] input) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Instant start = Instant.now();
        Terminal terminal = new Terminal(
                new ByteArrayInputStream(input), out, new PrintStream(err, true, StandardCharsets.UTF_8), environment);
        int exit = body.run(terminal, arguments).number();
        return new Ended(
                name,
                exit,
                false,
                Duration.between(start, Instant.now()),
                Output.of(name, out.toByteArray()),
                out.toString(StandardCharsets.UTF_8),
                err.toString(StandardCharsets.UTF_8));
    }

    @Override
    public Optional<Executable> executable() {
        return Optional.empty();
    }
}
