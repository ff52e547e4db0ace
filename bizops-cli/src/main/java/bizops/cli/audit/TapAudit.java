package bizops.cli.audit;

import bizops.cli.catalog.CatalogFile;
import bizops.cli.catalog.Discovery;
import bizops.cli.catalog.StreamFilter;
import bizops.cli.pair.Side;
import bizops.cli.pipeline.Programs;
import bizops.cli.pipeline.TapCatalog;
import bizops.cli.pipeline.Workspace;
import bizops.cli.process.ErrorOutput;
import bizops.cli.process.Readers;
import bizops.cli.project.TapSpec;
import bizops.cli.store.AuditEntry;
import bizops.singer.error.ExitCode;
import bizops.singer.error.ProgramException;
import bizops.singer.warehouse.StoredState;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** One tap, asked what its source holds. Used once. */
final class TapAudit {
    private final TapSpec tap;
    private final Programs programs;
    private final Workspace workspace;
    private final Warehouse warehouse;
    private final Consumer<String> log;

    TapAudit(TapSpec tap, Programs programs, Workspace workspace, Warehouse warehouse, Consumer<String> log) {
        this.tap = tap;
        this.programs = programs;
        this.workspace = workspace;
        this.warehouse = warehouse;
        this.log = log;
    }

    /**
     * What was found.
     *
     * @param complete whether every stream could be asked
     */
    record Found(List<AuditEntry> entries, boolean complete) {
        Found {
            entries = List.copyOf(entries);
        }
    }

    /** Asks it; an error if the tap as a whole cannot be asked. */
    Found run(StreamFilter filter, Method method) throws IOException, InterruptedException {
        Optional<StoredState> before = warehouse.store().find(tap.stateId());
        Optional<String> state = before.map(StoredState::value);
        Side program = programs.side(
                tap.program(), workspace.file("tap-" + tap.name(), tap.program().settings()));
        boolean counts = method == Method.COUNT
                || (method == Method.USUAL && program.program().ours());
        List<String> arguments = new ArrayList<>();
        Optional<CalculatedFields> chosen = choose(filter, program, arguments);
        if (chosen.isEmpty()) {
            return new Found(List.of(), true);
        }
        Reading reading = counts
                ? new CountReading(tap.name(), warehouse)
                : new RecordReading(
                        tap.name(),
                        warehouse,
                        state,
                        Lines.text(tap.program().settings().path("start_date")),
                        chosen.get());
        if (counts) {
            arguments.add("--audit");
            if (state.isPresent()) {
                JsonNode value = Lines.object(state.get()).orElseThrow();
                arguments.addAll(List.of(
                        "--state", workspace.file("state-" + tap.name(), value).toString()));
            }
        }
        int exit = read(program.process(arguments), reading);
        List<AuditEntry> entries = reading.entries();
        boolean loaded =
                !warehouse.store().find(tap.stateId()).map(StoredState::value).equals(state);
        return new Found(loaded ? outdated(entries) : entries, exit == 0);
    }

    /** Adds the arguments that select; empty if no stream of this tap is asked for, else what its catalog says. */
    private Optional<CalculatedFields> choose(StreamFilter filter, Side program, List<String> arguments)
            throws IOException, InterruptedException {
        TapCatalog catalog = new TapCatalog(tap, new Discovery(tap.program().program(), log));
        if (filter.isOpen()) {
            Optional<String> file = catalog.file(program, workspace);
            file.ifPresent(path -> arguments.addAll(List.of("--catalog", path)));
            return Optional.of(file.map(path -> CalculatedFields.of(CatalogFile.read(Path.of(path))))
                    .orElse(CalculatedFields.NONE));
        }
        JsonNode narrowed = catalog.selected(program);
        if (!filter.narrow(narrowed)) {
            return Optional.empty();
        }
        Path file = workspace.file("catalog-" + tap.name(), narrowed);
        arguments.addAll(List.of("--catalog", file.toString()));
        return Optional.of(CalculatedFields.of(narrowed));
    }

    /** The exit code, which is 0, or says that some streams could not be counted. */
    private int read(ProcessBuilder tapProcess, Reading reading) throws IOException, InterruptedException {
        Process process = tapProcess
                .redirectInput(Redirect.from(Path.of("/dev/null").toFile()))
                .start();
        try {
            ErrorOutput errors = new ErrorOutput(tap.program().program(), log);
            Readers readers = new Readers();
            readers.read(process.errorReader(), errors::passOn);
            try (BufferedReader lines = process.inputReader()) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    reading.line(line);
                }
            }
            int exit = process.waitFor();
            readers.await();
            if (exit != 0 && !(exit == ExitCode.PARTIAL.number() && reading instanceof CountReading)) {
                throw new ProgramException(
                        exit,
                        tap.program().program() + " ended with " + exit
                                + errors.reason().map(line -> ": " + line).orElse(""));
            }
            return exit;
        } finally {
            process.destroy();
        }
    }

    /** A run that loaded meanwhile has moved the bookmark that all was compared by. */
    private static List<AuditEntry> outdated(List<AuditEntry> entries) {
        return entries.stream()
                .map(entry -> AuditEntry.skip(
                        entry.tap(),
                        entry.stream(),
                        entry.method(),
                        "a run loaded rows meanwhile; audit again when it has ended"))
                .toList();
    }
}
