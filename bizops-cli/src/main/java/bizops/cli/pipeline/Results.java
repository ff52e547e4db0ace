package bizops.cli.pipeline;

import bizops.cli.alert.RunResult;
import bizops.cli.alert.RunSummary;
import bizops.cli.project.Job;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * What a CI job shows of a run: {@code run.json}, its summary; {@code run.env}, variables for later jobs; and {@code
 * data-tests.xml}, which bizops-transform writes as JUnit would. Immutable.
 *
 * @param folder made if it is not there
 */
record Results(Path folder) {
    /** Lets bizops-transform write its part. */
    static List<String> transformArguments(Path folder) {
        return List.of(
                "--junit", folder.toAbsolutePath().resolve("data-tests.xml").toString());
    }

    /** Writes the other parts; a run does not fail because they cannot be written. */
    void write(Job job, RunResult run, Consumer<String> warn) {
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("run.json"), RunSummary.json(job, run) + "\n");
            Files.writeString(
                    folder.resolve("run.env"),
                    "BIZOPS_PIPELINE_RUN=" + run.runId() + "\nBIZOPS_EXIT_CODE=" + run.exit() + "\n");
        } catch (IOException failed) {
            warn.accept(
                    "WARNING bizops: results of the run cannot be written to " + folder + ": " + failed.getMessage());
        }
    }
}
