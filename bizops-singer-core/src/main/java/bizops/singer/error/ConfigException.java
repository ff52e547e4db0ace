package bizops.singer.error;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A setting, catalog, state or project file is wrong; carries all problems that were found, each one line. */
public final class ConfigException extends BizopsException {
    private final List<String> problems;

    public ConfigException(String problem) {
        this(problem, null);
    }

    public ConfigException(String problem, @Nullable Throwable cause) {
        super(ExitCode.FAILURE, problem, cause);
        this.problems = List.of(problem);
    }

    /** One exception for all {@code problems}; there must be at least one. */
    public ConfigException(List<String> problems) {
        super(ExitCode.FAILURE, String.join("\n", problems), null);
        if (problems.isEmpty()) {
            throw new IllegalArgumentException("no problem to report");
        }
        this.problems = List.copyOf(problems);
    }

    /** One line a problem, in the order found; never empty. */
    public List<String> problems() {
        return problems;
    }
}
