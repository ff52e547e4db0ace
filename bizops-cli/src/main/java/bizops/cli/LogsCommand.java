package bizops.cli;

import bizops.cli.history.Logs;
import bizops.singer.cli.Command;
import bizops.singer.cli.Terminal;
import bizops.singer.error.UsageException;
import com.beust.jcommander.Parameter;
import com.beust.jcommander.Parameters;
import com.beust.jcommander.ParametersDelegate;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** {@code bizops logs}: what the programs of a run wrote. */
@Parameters(
        commandDescription = "Lists the runs whose logs are kept, or prints the log of RUN (or latest), or of one step")
final class LogsCommand implements Command {
    @Parameter(description = "[RUN [STEP]]; the beginning of a RUN is enough")
    private List<String> words = new ArrayList<>();

    @ParametersDelegate
    private final ProjectOptions options = new ProjectOptions();

    @Override
    public void run(Terminal terminal) throws IOException {
        if (words.size() > 2) {
            throw new UsageException("bizops logs takes RUN and STEP at most");
        }
        Logs logs = new Logs(
                options.project(terminal).database(options.environment()).logs());
        List<String> lines = switch (words.size()) {
            case 0 -> logs.runs();
            case 1 -> logs.lines(words.get(0));
            default -> logs.lines(words.get(0), words.get(1));
        };
        for (String line : lines) {
            terminal.print(line);
        }
    }
}
