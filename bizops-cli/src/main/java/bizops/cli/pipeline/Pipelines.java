package bizops.cli.pipeline;

import bizops.cli.alert.Alerts;
import bizops.cli.alert.RunResult;
import bizops.cli.process.Surroundings;
import bizops.cli.project.Job;
import bizops.cli.store.Address;
import bizops.cli.store.Store;
import bizops.singer.cli.Signals;
import bizops.singer.cli.Terminal;
import bizops.singer.error.BizopsException;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Runs pipelines. Stateless. */
public final class Pipelines {
    private Pipelines() {}

    /** Runs one to its end; an error with the code of what failed. */
    public static void run(Job job, Asked asked, Programs programs, Terminal terminal)
            throws IOException, InterruptedException {
        String runId = RunName.of(job.pipeline(), Clock.systemUTC().instant());
        Screen screen = new Screen(terminal, asked.verbose());
        Surroundings surroundings = new Surroundings(terminal.environment());
        try (Workspace workspace = Workspace.make()) {
            Address address = Addresses.of(job, workspace);
            try (Store store = open(job, runId, address, screen, surroundings);
                    RunLog log = RunLog.make(job.logs(), runId, Clock.systemUTC())) {
                PipelineRun run = new PipelineRun(
                        job,
                        asked,
                        runId,
                        address,
                        store,
                        programs,
                        surroundings,
                        workspace,
                        new Journal(runId, store, screen, log));
                Signals.onSignal(() -> run.stop(Signals.received().orElseThrow()));
                run.run();
            }
        }
    }

    /** Without the database there is no run, which somebody has to be told as well. */
    private static Store open(Job job, String runId, Address address, Screen screen, Surroundings surroundings)
            throws InterruptedException {
        Instant start = Clock.systemUTC().instant();
        try {
            return Store.open(address, "bizops run " + job.pipeline());
        } catch (BizopsException unreachable) {
            new Alerts(job, screen::warn, screen::warn)
                    .unreachable(new RunResult(
                            runId,
                            start,
                            Clock.systemUTC().instant(),
                            unreachable.exitCode().number(),
                            Optional.of(unreachable.getMessage()),
                            surroundings.jobUrl(),
                            List.of()));
            throw unreachable;
        }
    }
}
