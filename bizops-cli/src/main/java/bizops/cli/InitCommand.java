package bizops.cli;

import bizops.cli.start.NewProject;
import bizops.singer.cli.Command;
import bizops.singer.cli.Terminal;
import bizops.singer.error.UsageException;
import com.beust.jcommander.Parameter;
import com.beust.jcommander.Parameters;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code bizops init}: a new project that runs. */
@Parameters(
        commandDescription =
                "Writes a new project into FOLDER (default: this one): bizops.yml, seeds, variables, a GitLab"
                        + " pipeline. It runs against bizops-sandbox and a PostgreSQL as it is")
final class InitCommand implements Command {
    @Parameter(description = "[FOLDER]")
    private List<String> words = new ArrayList<>();

    @Override
    public void run(Terminal terminal) throws IOException {
        if (words.size() > 1) {
            throw new UsageException("bizops init takes one FOLDER");
        }
        Path folder =
                Path.of(words.isEmpty() ? "" : words.get(0)).toAbsolutePath().normalize();
        for (Path file : new NewProject(folder).write()) {
            terminal.print(folder.relativize(file).toString());
        }
        terminal.print("next: README.md says how to run it against the sandbox; then put your own values into .env");
    }
}
