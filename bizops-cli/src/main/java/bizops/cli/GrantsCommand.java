package bizops.cli;

import bizops.cli.grants.GrantsPlan;
import bizops.cli.pipeline.Addresses;
import bizops.cli.pipeline.Workspace;
import bizops.cli.project.GrantsSpec;
import bizops.cli.project.Project;
import bizops.cli.store.Store;
import bizops.singer.cli.Command;
import bizops.singer.cli.Terminal;
import bizops.singer.error.ExitCode;
import bizops.singer.error.ProgramException;
import bizops.singer.error.UsageException;
import com.beust.jcommander.Parameter;
import com.beust.jcommander.Parameters;
import com.beust.jcommander.ParametersDelegate;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** {@code bizops grants}: roles and rights in the database, as {@code bizops.yml} has them. */
@Parameters(
        commandDescription =
                "Makes the roles of the grants section and gives them their rights: plan shows the statements"
                        + " that are missing, apply runs them, all or none")
final class GrantsCommand implements Command {
    @Parameter(description = "plan|apply")
    private List<String> words = new ArrayList<>();

    @ParametersDelegate
    private final ProjectOptions options = new ProjectOptions();

    @Parameter(names = "--check", description = "With plan: end with 2 if statements are missing")
    private boolean check;

    @Override
    public void run(Terminal terminal) throws IOException {
        boolean apply = words.equals(List.of("apply"));
        if ((!apply && !words.equals(List.of("plan"))) || (apply && check)) {
            throw new UsageException("bizops grants takes plan, plan --check, or apply");
        }
        Project project = options.project(terminal);
        GrantsSpec spec = project.grants(options.environment());
        List<String> statements;
        try (Workspace workspace = Workspace.make();
                Store store = Store.open(
                        Addresses.of(project.database(options.environment()), spec.login(), workspace),
                        "bizops grants")) {
            statements = apply ? GrantsPlan.apply(store, spec) : GrantsPlan.of(store, spec);
        }
        for (String statement : statements) {
            terminal.print(statement + ";");
        }
        if (check && !statements.isEmpty()) {
            throw new ProgramException(
                    ExitCode.USAGE.number(),
                    "grants: missing statements: " + statements.size() + "; run bizops grants apply");
        }
    }
}
