package bizops.singer.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An executable: either one command ({@link #of}) or several by name ({@link #with}). Immutable.
 */
public final class Program {
    private final String name;
    private final String description;
    private final @Nullable Command single;
    private final Map<String, Command> commands;

    private Program(String name, String description, @Nullable Command single, Map<String, Command> commands) {
        this.name = name;
        this.description = description;
        this.single = single;
        this.commands = commands;
    }

    /** An executable that does one thing, such as a tap. */
    public static Program of(String name, String description, Command command) {
        return new Program(name, description, command, Map.of());
    }

    /** An executable with subcommands; add them by {@link #with}. */
    public static Program named(String name, String description) {
        return new Program(name, description, null, Map.of());
    }

    /** This program with one more subcommand. */
    public Program with(String commandName, Command command) {
        Map<String, Command> more = new LinkedHashMap<>(commands);
        more.put(commandName, command);
        return new Program(name, description, null, more);
    }

    public String name() {
        return name;
    }

    /** How it is called. */
    public Usage usage() {
        return new CommandLine(this, List.of()).usage();
    }

    String description() {
        return description;
    }

    Optional<Command> single() {
        return Optional.ofNullable(single);
    }

    Map<String, Command> commands() {
        return commands;
    }
}
