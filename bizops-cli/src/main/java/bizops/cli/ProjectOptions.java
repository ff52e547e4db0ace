package bizops.cli;

import bizops.cli.pipeline.Programs;
import bizops.cli.process.Installation;
import bizops.cli.process.Surroundings;
import bizops.cli.project.Project;
import bizops.singer.cli.Terminal;
import com.beust.jcommander.Parameter;
import java.nio.file.Path;
import java.util.Optional;

/** The options of every command that reads {@code bizops.yml}. */
final class ProjectOptions {
    @Parameter(
            names = {"--file", "-f"},
            placeholder = "FILE",
            description = "The project's file")
    private String file = Project.FILE;

    @Parameter(
            names = {"--environment", "-e"},
            placeholder = "NAME",
            description = "Environment of the file. Default: the variable BIZOPS_ENVIRONMENT, else default_environment")
    private String environment = "";

    Project project(Terminal terminal) {
        return Project.read(Path.of(file), terminal.environment(), terminal.stderr()::println);
    }

    String file() {
        return file;
    }

    String environment() {
        return environment;
    }

    Programs programs(Terminal terminal, Project project) {
        Optional<Installation> installation =
                Optional.ofNullable(System.getProperty("bizops.home")).map(home -> new Installation(Path.of(home)));
        return new Programs(installation, new Surroundings(terminal.environment()).path(), project.folder());
    }
}
