package bizops.cli;

import bizops.postgres.SharedPostgres;
import bizops.postgres.TestDatabase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Commands over a {@link PipelineFolder} and a database of each test's own. */
abstract class PipelineTest {
    final TestDatabase database = SharedPostgres.freshDatabase();
    final Cli cli = new Cli(database).with("PATH", System.getenv("PATH"));
    PipelineFolder folder = new PipelineFolder(Path.of(""), database);

    @BeforeEach
    void makeFolder(@TempDir Path directory) throws Exception {
        folder = new PipelineFolder(directory, database);
        folder.makeScripts();
    }

    /** Calls a command on the folder's project. */
    Cli.Outcome call(String... words) {
        List<String> arguments = new ArrayList<>(List.of(words));
        arguments.addAll(List.of("--file", folder.path("bizops.yml").toString()));
        return cli.call(arguments.toArray(String[]::new));
    }
}
