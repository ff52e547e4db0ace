package bizops.cli.doctor;

import bizops.cli.catalog.CatalogDrift;
import bizops.cli.catalog.CatalogFile;
import bizops.cli.catalog.Discovery;
import bizops.cli.catalog.Selection;
import bizops.cli.pair.Side;
import bizops.cli.pipeline.Programs;
import bizops.cli.pipeline.Workspace;
import bizops.cli.project.TapSpec;
import bizops.singer.error.BizopsException;
import bizops.singer.error.ExitCode;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether the tap can log in, what it takes is still there, and each object may be read. */
record TapCheck(TapSpec tap, Programs programs, Workspace workspace) implements Check {
    @Override
    public List<Finding> findings() throws IOException, InterruptedException {
        String subject = "tap " + tap.name();
        List<Finding> findings = new ArrayList<>();
        try {
            Side program = programs.side(
                    tap.program(),
                    workspace.file("tap-" + tap.name(), tap.program().settings()));
            JsonNode found = new Discovery(tap.program().program(), line -> {}).run(program.process(List.of()));
            findings.add(Finding.ok(
                    subject, "logs in and sees " + found.path("streams").size() + " streams"));
            Optional<Path> catalog = catalog(subject, found, findings);
            if (program.program().ours() && catalog.isPresent()) {
                findings.addAll(new ReadCheck(tap, programs, workspace, catalog.get()).findings());
            }
        } catch (BizopsException failed) {
            findings.add(Finding.fail(
                    subject,
                    failed.getMessage(),
                    failed.exitCode() == ExitCode.TRY_LATER
                            ? "run it again later"
                            : "correct the settings of " + tap.name() + " in bizops.yml, or its rights at the vendor"));
        }
        return findings;
    }

    /** What a run would take; empty where it would take no catalog. */
    private Optional<Path> catalog(String subject, JsonNode found, List<Finding> findings) throws IOException {
        JsonNode all = found;
        if (Files.exists(tap.catalog())) {
            all = CatalogFile.read(tap.catalog());
            List<String> gone = CatalogDrift.between(all, found);
            gone.forEach(name -> findings.add(Finding.fail(
                    subject,
                    name + " is selected in " + tap.catalog() + " and not there any more",
                    "it was renamed, deleted, or hidden from this user: bizops discover " + tap.name()
                            + " and correct select")));
        }
        if (!tap.select().isEmpty()) {
            List<String> unused = new Selection(tap.name(), tap.select()).apply(all);
        }
        return tap.select().isEmpty() && !Files.exists(tap.catalog())
                ? Optional.empty()
                : Optional.of(workspace.file("catalog-" + tap.name(), all));
    }
}
