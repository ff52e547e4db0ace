package bizops.target.cli;

import bizops.singer.cli.Command;
import bizops.singer.cli.Terminal;
import com.beust.jcommander.Parameter;
import com.beust.jcommander.Parameters;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The flags that the Singer world gives a target; {@code work} is done with them once they are parsed. */
@Parameters(separators = "=")
public final class TargetFlags implements Command {
    private final Work work;

    @Parameter(
            names = {"--config", "-c"},
            placeholder = "FILE",
            description = "Settings, a JSON file; repeatable, later files win. ENV puts the environment above them")
    private List<String> config = new ArrayList<>();

    @Parameter(
            names = {"--input", "--file-input"},
            placeholder = "FILE",
            description = "Read the messages from a file and not from standard input")
    private @Nullable String input;

    @Parameter(
            names = "--state-output",
            placeholder = "FILE",
            description = "Also keep the newest state in this file, replaced as a whole each time")
    private @Nullable String stateOutput;

    @Parameter(
            names = "--tap-state",
            placeholder = "FILE",
            description = "The file that the tap got as --state: if it holds the state stored under state_id, rows that"
                    + " were committed after that are removed before they come again")
    private @Nullable String tapState;

    @Parameter(
            names = "--replay-rejected",
            description = "Load the records that on_bad_value reject has put aside, instead of messages; each that a"
                    + " table takes now leaves the table of rejected ones")
    private boolean replayRejected;

    @Parameter(names = "--about", description = "Print name, version, abilities and settings")
    private boolean about;

    @Parameter(
            names = "--format",
            placeholder = "text|json|markdown|meltano",
            description = "How --about prints: text, json, markdown or meltano")
    private String format = "text";

    public TargetFlags(Work work) {
        this.work = work;
    }

    /** What is done with the parsed flags. */
    @FunctionalInterface
    public interface Work {
        void run(TargetFlags flags, Terminal terminal) throws Exception;
    }

    @Override
    public void run(Terminal terminal) throws Exception {
        work.run(this, terminal);
    }

    public List<String> config() {
        return config;
    }

    public Optional<Path> input() {
        return Optional.ofNullable(input).map(Path::of);
    }

    public Optional<Path> stateOutput() {
        return Optional.ofNullable(stateOutput).map(Path::of);
    }

    public Optional<Path> tapState() {
        return Optional.ofNullable(tapState).map(Path::of);
    }

    public boolean replayRejected() {
        return replayRejected;
    }

    public boolean about() {
        return about;
    }

    public String format() {
        return format;
    }
}
