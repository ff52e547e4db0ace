package bizops.singer.testkit.cli;

import bizops.singer.testkit.run.Executable;
import bizops.singer.testkit.target.Destination;
import bizops.singer.testkit.target.TargetCheck;
import bizops.singer.testkit.target.TargetOptions;
import bizops.singer.testkit.verdict.Check;
import bizops.singer.testkit.verdict.RuleText;
import com.beust.jcommander.Parameter;
import com.beust.jcommander.Parameters;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code singer-check target}. */
@Parameters(separators = "=", commandDescription = "Judge a target")
public final class TargetCommand extends CheckCommand {
    @Parameter(
            names = "--dump",
            placeholder = "COMMAND",
            description =
                    "Shell command that prints the table of stream $1 as JSON lines, so that values are judged too")
    private @Nullable String dump;

    public TargetCommand(List<String> command) {
        super(command);
    }

    @Override
    List<RuleText> texts() {
        return TargetCheck.rules();
    }

    @Override
    Check check(Executable program, List<Path> configs) throws IOException {
        return TargetCheck.of(
                program, new TargetOptions(configs, Optional.ofNullable(dump).map(Destination::command)));
    }
}
