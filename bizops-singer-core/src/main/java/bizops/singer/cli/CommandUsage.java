package bizops.singer.cli;

import java.util.List;

/**
 * How one command is called. Immutable.
 *
 * @param name empty for a program that does one thing
 * @param description what it does; empty where the program's own description says it
 * @param operands what may stand after the options, such as {@code [FOLDER]}; empty if nothing may
 * @param options of this command, by the longest of their names; not those that work everywhere
 */
public record CommandUsage(String name, String description, String operands, List<OptionUsage> options) {
    public CommandUsage {
        options = List.copyOf(options);
    }
}
