package bizops.singer.cli;

import java.util.List;

/**
 * How a program is called, for manuals and shell completion: all that {@code --help} says, as data. Immutable.
 *
 * @param program the executable's name
 * @param description what it is for, one sentence
 * @param commands a single one without a name where the program does one thing
 * @param everywhere options that work with every command
 */
public record Usage(String program, String description, List<CommandUsage> commands, List<OptionUsage> everywhere) {
    public Usage {
        commands = List.copyOf(commands);
        everywhere = List.copyOf(everywhere);
    }

    /** Whether the first argument names a subcommand. */
    public boolean hasCommands() {
        return commands.size() != 1 || !commands.get(0).name().isEmpty();
    }
}
