package bizops.singer.tap.cli;

import bizops.singer.cli.Command;
import bizops.singer.cli.Terminal;
import bizops.singer.error.UsageException;
import com.beust.jcommander.Parameter;
import com.beust.jcommander.Parameters;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The flags that the Singer world gives a tap; {@code work} is done with them once they are parsed. */
@Parameters(separators = "=")
public final class TapFlags implements Command {
    private final Work work;

    @Parameter(
            names = {"--config", "-c"},
            placeholder = "FILE",
            description = "Settings, a JSON file; repeatable, later files win. ENV puts the environment above them")
    private List<String> config = new ArrayList<>();

    @Parameter(
            names = {"--state", "-s"},
            placeholder = "FILE",
            description = "Where the last run stopped, a JSON file")
    private @Nullable String state;

    @Parameter(names = "--catalog", placeholder = "FILE", description = "What to read, a JSON file")
    private @Nullable String catalog;

    @Parameter(
            names = {"--properties", "-p"},
            placeholder = "FILE",
            description = "Older name of --catalog")
    private @Nullable String properties;

    @Parameter(
            names = {"--discover", "-d"},
            description = "Print what the source offers; with --catalog keep the choices made there")
    private boolean discover;

    @Parameter(
            names = "--test",
            placeholder = "schema",
            description = "Read one record of every stream; --test=schema: the schemas only")
    private @Nullable String test;

    @Parameter(
            names = "--audit",
            description =
                    "Print what the source counts and sums of every selected stream, a JSON line each; with --state"
                            + " of what had not changed by then")
    private boolean audit;

    @Parameter(names = "--about", description = "Print name, version, abilities and settings")
    private boolean about;

    @Parameter(
            names = "--format",
            placeholder = "text|json|markdown|meltano",
            description = "How --about prints: text, json, markdown or meltano")
    private String format = "text";

    public TapFlags(Work work) {
        this.work = work;
    }

    /** What is done with the parsed flags. */
    @FunctionalInterface
    public interface Work {
        void run(TapFlags flags, Terminal terminal) throws Exception;
    }

    /** How much of a test run is asked for. */
    public enum Test {
        NONE,
        SCHEMAS,
        RECORDS
    }

    /** Gives {@code --test} the value that JCommander insists on, and leaves out singer-python's {@code --dev}. */
    public static List<String> normal(List<String> arguments) {
        List<String> complete = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (argument.equals("--dev")) {
                continue;
            }
            if (!argument.equals("--test")) {
                complete.add(argument);
            } else if (i + 1 < arguments.size() && arguments.get(i + 1).equals("schema")) {
                complete.add("--test=schema");
                i++;
            } else {
                complete.add("--test=records");
            }
        }
        return complete;
    }

    @Override
    public void run(Terminal terminal) throws Exception {
        work.run(this, terminal);
    }

    public List<String> config() {
        return config;
    }

    public Optional<Path> state() {
        return Optional.ofNullable(state).map(Path::of);
    }

    public Optional<Path> catalog() {
        if (catalog != null && properties != null) {
            throw new UsageException("--properties is the older name of --catalog; give one of them");
        }
        return Optional.ofNullable(catalog != null ? catalog : properties).map(Path::of);
    }

    public boolean discover() {
        return discover;
    }

    public Test test() {
        if (test == null) {
            return Test.NONE;
        }
        return switch (test) {
            case "records" -> Test.RECORDS;
            case "schema" -> Test.SCHEMAS;
            default -> throw new UsageException("--test takes no value or 'schema', got '" + test + "'");
        };
    }

    /** Whether the source is asked to count; the test flags ask for something else. */
    public boolean audit() {
        if (audit && (discover || test != null)) {
            throw new UsageException("--audit goes with neither --discover nor --test; give one of them");
        }
        return audit;
    }

    public boolean about() {
        return about;
    }

    public String format() {
        return format;
    }
}
