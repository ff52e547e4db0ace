package bizops.cli;

import bizops.cli.pipeline.Addresses;
import bizops.cli.pipeline.Workspace;
import bizops.cli.project.Project;
import bizops.cli.store.Address;
import bizops.singer.cli.Terminal;
import com.beust.jcommander.Parameter;
import com.beust.jcommander.ParametersDelegate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The options of a command that needs the database of states and runs. */
final class StoreOptions {
    @Parameter(
            names = {"--config", "-c"},
            placeholder = "FILE",
            description =
                    "Settings of target-postgres, a JSON file; repeatable. Without it: those of bizops.yml if there is"
                            + " one, else its variables")
    private List<String> config = new ArrayList<>();

    @ParametersDelegate
    private final ProjectOptions project = new ProjectOptions();

    ProjectOptions project() {
        return project;
    }

    Address address(Terminal terminal) throws IOException {
        if (!config.isEmpty() || !Files.exists(Path.of(project.file()))) {
            return Address.of(config, terminal.environment());
        }
        Project read = project.project(terminal);
        try (Workspace workspace = Workspace.make()) {
            return Addresses.of(read.database(project.environment()), workspace);
        }
    }
}
