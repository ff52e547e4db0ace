package bizops.cli.project;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who is told what a run finds to be wrong, and what is. Immutable.
 *
 * @param url gets a POST; a secret. Empty where there is a command, or no hook at all
 * @param command a program and its arguments; may be empty
 * @param folder where the command runs: that of the project
 * @param environment variables of the command, and of proxies
 * @param prometheus the folder of the metrics file
 * @param stale how long no row of a stream may come
 * @param dropPercent how far a stream may fall below its usual rows
 * @param dropRows streams that usually have fewer are not judged by it
 * @param ignore globs over the keys of findings
 */
public record AlertSpec(
        Optional<String> url,
        List<String> command,
        Path folder,
        Map<String, String> environment,
        Optional<Path> prometheus,
        Duration stale,
        int dropPercent,
        long dropRows,
        List<String> ignore) {
    public AlertSpec {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
        ignore = List.copyOf(ignore);
    }
}
