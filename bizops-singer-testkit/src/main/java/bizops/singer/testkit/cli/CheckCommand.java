package bizops.singer.testkit.cli;

import bizops.singer.cli.Command;
import bizops.singer.cli.Terminal;
import bizops.singer.error.InputException;
import bizops.singer.error.UsageException;
import bizops.singer.testkit.run.Executable;
import bizops.singer.testkit.run.Limits;
import bizops.singer.testkit.verdict.Check;
import bizops.singer.testkit.verdict.Judged;
import bizops.singer.testkit.verdict.Outcome;
import bizops.singer.testkit.verdict.RuleText;
import bizops.singer.testkit.verdict.Verdict;
import com.beust.jcommander.Parameter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What is judged and how, as far as taps and targets have it in common; the program stands behind {@code --}. */
abstract class CheckCommand implements Command {
    private final List<String> command;

    @Parameter(
            names = {"--config", "-c"},
            placeholder = "FILE",
            description = "Settings of the judged program, a JSON file; repeatable")
    private List<String> config = new ArrayList<>();

    @Parameter(
            names = "--patience",
            placeholder = "SECONDS",
            description = "Seconds to wait for the end after a signal or a closed pipe")
    private int patience = 20;

    @Parameter(names = "--timeout", placeholder = "SECONDS", description = "Seconds that any other run may take")
    private int timeout = 600;

    @Parameter(names = "--format", placeholder = "text|json", description = "How verdicts are printed: text or json")
    private String format = "text";

    @Parameter(names = "--rules", description = "Print the rules, and judge nothing")
    private boolean rules;

    /** @param command the judged program and what always comes first among its arguments */
    CheckCommand(List<String> command) {
        this.command = List.copyOf(command);
    }

    @Override
    public final void run(Terminal terminal) throws Exception {
        Report report = Report.of(format, terminal);
        if (rules) {
            for (RuleText rule : texts()) {
                report.rule(rule);
            }
            return;
        }
        if (command.isEmpty()) {
            throw new UsageException("no program to judge; write it behind --, such as: -- tap-hello");
        }
        Limits limits = new Limits(Duration.ofSeconds(timeout), Duration.ofSeconds(patience));
        int failed = 0;
        try (Check check = check(new Executable(command, Map.of(), limits), files(config))) {
            for (Check.Judge judge : check.judges().toList()) {
                Verdict verdict = judge.judge();
                report.verdict(new Judged(judge.rule(), verdict));
                failed += verdict.outcome() == Outcome.FAIL ? 1 : 0;
            }
        }
        report.summary();
        if (failed > 0) {
            throw new InputException(failed + (failed == 1 ? " rule is" : " rules are") + " broken");
        }
    }

    abstract List<RuleText> texts();

    abstract Check check(Executable program, List<Path> configs) throws IOException;

    /** The file; a slip in its name is an error here, and not a defect of the judged program. */
    static Path file(String name) {
        Path file = Path.of(name).toAbsolutePath();
        if (!Files.isReadable(file)) {
            throw new UsageException("no such file: " + name);
        }
        return file;
    }

    private static List<Path> files(List<String> names) {
        return names.stream().map(CheckCommand::file).toList();
    }
}
