package bizops.cli.project;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/**
 * A program with everything that it is told. Immutable, but for the tree.
 *
 * @param name as {@code bizops.yml} calls it
 * @param command the program and its arguments
 * @param settings from its config file and {@code bizops.yml}; secrets among them
 * @param environment variables of its process beside those of this one
 */
public record ProgramSpec(String name, List<String> command, ObjectNode settings, Map<String, String> environment) {
    public ProgramSpec {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }

    /** The program's own name, without its folder. */
    public String program() {
        String path = command.get(0);
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
