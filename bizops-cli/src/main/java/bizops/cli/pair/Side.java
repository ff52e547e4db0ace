package bizops.cli.pair;

import bizops.cli.process.Executable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One of the two programs of a run. Immutable.
 *
 * @param arguments what stands before all others
 * @param configs files of settings, each passed as {@code --config}
 * @param environment variables beside those of this process
 * @param folder where it runs; empty for that of this process
 */
public record Side(
        Executable program,
        List<String> arguments,
        List<String> configs,
        Map<String, String> environment,
        Optional<Path> folder) {
    public Side {
        arguments = List.copyOf(arguments);
        configs = List.copyOf(configs);
        environment = Map.copyOf(environment);
    }

    /** A program with nothing but its settings and some variables. */
    public static Side of(Executable program, List<String> configs, Map<String, String> environment) {
        return new Side(program, List.of(), configs, environment, Optional.empty());
    }

    String name() {
        return program.name();
    }

    /** Ready to start, with {@code more} arguments. */
    public ProcessBuilder process(List<String> more) {
        List<String> command = new ArrayList<>();
        command.add(program.path().toString());
        command.addAll(arguments);
        configs.forEach(file -> command.addAll(List.of("--config", file)));
        command.addAll(more);
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(environment);
        folder.ifPresent(path -> builder.directory(path.toFile()));
        return builder;
    }
}
