package bizops.singer.testkit.run;

import bizops.singer.error.ConfigException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A program of the operating system. Immutable. */
public final class Executable implements Subject {
    private final List<String> command;
    private final Map<String, String> environment;
    private final Limits limits;

    /**
     * @param command the program and what always comes first among its arguments
     * @param environment variables on top of this process's own
     */
    public Executable(List<String> command, Map<String, String> environment, Limits limits) {
        this.command = List.copyOf(command);
        this.environment = Map.copyOf(environment);
        this.limits = limits;
    }

    public Limits limits() {
        return limits;
    }

    @Override
    public Ended run(String name, List<String> arguments, byte[] input) throws InterruptedException {
        try (Live live = start(name, arguments)) {
            live.read();
            live.feed(input);
            return live.end(limits.whole());
        }
    }

    @Override
    public Optional<Executable> executable() {
        return Optional.of(this);
    }

    /** Starts it; the caller has its pipes. */
    public Live start(String name, List<String> arguments) {
        List<String> whole = new ArrayList<>(command);
        whole.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(whole);
        builder.environment().putAll(environment);
        try {
            return new Live(name, builder.start());
        } catch (IOException cannot) {
            throw new ConfigException("cannot start " + command.get(0) + ": " + cannot.getMessage(), cannot);
        }
    }
}
