package bizops.cli.pipeline;

import bizops.cli.process.ErrorOutput;
import bizops.cli.process.Executable;
import bizops.cli.process.Readers;
import bizops.cli.project.StepSpec;
import bizops.singer.error.BizopsException;
import bizops.singer.error.ExitCode;
import bizops.singer.error.ProgramException;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Transform or report: one program. */
final class ProgramStep implements Step {
    private static final int SIGNALLED = 128;
    private static final Duration AFTER_SIGNAL = Duration.ofSeconds(60);

    private final StepSpec spec;
    /** What our own program is told beside its settings. */
    private final List<String> arguments;

    private final Programs programs;
    private final Workspace workspace;
    private final Consumer<String> log;
    private @Nullable Process running;
    private @Nullable ExitCode stopped;

    ProgramStep(StepSpec spec, List<String> arguments, Programs programs, Workspace workspace, Consumer<String> log) {
        this.spec = spec;
        this.arguments = List.copyOf(arguments);
        this.programs = programs;
        this.workspace = workspace;
        this.log = log;
    }

    @Override
    public String name() {
        return spec.program().name();
    }

    @Override
    public StepOutcome run() throws IOException, InterruptedException {
        long start = System.nanoTime();
        try {
            ErrorOutput errors = new ErrorOutput(spec.program().program(), log);
            int exit = exit(errors);
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            Optional<ExitCode> signal = stopped();
            if (exit == 0 || signal.isPresent()) {
                return new StepOutcome(
                        signal.orElse(ExitCode.OK),
                        signal.map(one -> "stopped by a signal"),
                        Optional.empty(),
                        false,
                        Map.of(),
                        took);
            }
            String error = spec.program().program() + " ended with " + exit
                    + errors.reason().map(line -> ": " + line).orElse("");
            return new StepOutcome(
                    new ProgramException(exit, error).exitCode(),
                    Optional.of(error),
                    Optional.empty(),
                    exit > SIGNALLED,
                    Map.of(),
                    took);
        } catch (BizopsException failed) {
            log.accept("CRITICAL bizops: " + failed.getMessage());
            return StepOutcome.failed(
                    failed.exitCode(), failed.getMessage(), Duration.ofNanos(System.nanoTime() - start));
        }
    }

    @Override
    public synchronized void stop(ExitCode signal) {
        stopped = signal;
        if (running != null) {
            // Process.destroy would close what is still to be read.
            boolean unused = running.toHandle().destroy();
        }
    }

    @Override
    public long rowsSoFar() {
        return 0;
    }

    /** The words of its command, for the run and for showing. */
    List<String> command(Path settings) {
        Executable program = programs.find(spec.program());
        List<String> command = new ArrayList<>(List.of(program.path().toString()));
        command.addAll(
                spec.program().command().subList(1, spec.program().command().size()));
        if (!spec.foreign()) {
            command.addAll(List.of("build", "--config", settings.toString()));
            command.addAll(arguments);
        }
        return command;
    }

    private int exit(ErrorOutput errors) throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(command(workspace.file(name(), spec.program().settings())));
        builder.environment().putAll(spec.program().environment());
        builder.directory(programs.folder().toFile());
        builder.redirectInput(Redirect.from(Path.of("/dev/null").toFile()));
        Process process = begin(builder);
        Readers readers = new Readers();
        readers.read(process.errorReader(), errors::passOn);
        readers.read(process.inputReader(), lines -> {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                log.accept(spec.program().program() + " > " + line);
            }
        });
        while (!process.waitFor(1, TimeUnit.SECONDS)) {
            if (stopped().isPresent() && !process.waitFor(AFTER_SIGNAL.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        }
        readers.await();
        return process.exitValue();
    }

    private synchronized Process begin(ProcessBuilder builder) throws IOException {
        Process process = builder.start();
        running = process;
        if (stopped != null) {
            boolean unused = process.toHandle().destroy();
        }
        return process;
    }

    private synchronized Optional<ExitCode> stopped() {
        return Optional.ofNullable(stopped);
    }
}
