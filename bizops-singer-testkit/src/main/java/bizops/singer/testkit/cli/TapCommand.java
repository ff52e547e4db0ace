package bizops.singer.testkit.cli;

import bizops.singer.testkit.run.Executable;
import bizops.singer.testkit.tap.TapCheck;
import bizops.singer.testkit.tap.TapOptions;
import bizops.singer.testkit.verdict.Check;
import bizops.singer.testkit.verdict.RuleText;
import com.beust.jcommander.Parameter;
import com.beust.jcommander.Parameters;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code singer-check tap}. */
@Parameters(separators = "=", commandDescription = "Judge a tap")
public final class TapCommand extends CheckCommand {
    @Parameter(
            names = "--catalog",
            placeholder = "FILE",
            description = "What the tap reads, a JSON file; default: all that it discovers")
    private @Nullable String catalog;

    @Parameter(names = "--state", placeholder = "FILE", description = "Where the tap starts, a JSON file")
    private @Nullable String state;

    @Parameter(names = "--properties", description = "Hand the catalog over with --properties, as older taps want it")
    private boolean properties;

    @Parameter(names = "--no-discovery", description = "The tap has no --discover")
    private boolean noDiscovery;

    public TapCommand(List<String> command) {
        super(command);
    }

    @Override
    List<RuleText> texts() {
        return TapCheck.rules();
    }

    @Override
    Check check(Executable program, List<Path> configs) throws IOException {
        return TapCheck.of(
                program,
                new TapOptions(
                        configs,
                        Optional.ofNullable(catalog).map(CheckCommand::file),
                        Optional.ofNullable(state).map(CheckCommand::file),
                        properties ? "--properties" : "--catalog",
                        !noDiscovery));
    }
}
