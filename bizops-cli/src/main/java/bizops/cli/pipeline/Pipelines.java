package bizops.cli.pipeline;

import bizops.cli.process.Surroundings;
import bizops.cli.project.Job;
import bizops.cli.store.Address;
import bizops.cli.store.Store;
import bizops.singer.cli.Signals;
import bizops.singer.cli.Terminal;
import java.io.IOException;
import java.time.Clock;

/** Runs pipelines. Stateless. */
public final class Pipelines {
    private Pipelines() {}

    /** Runs one to its end; an error with the code of what failed. */
    public static void run(Job job, Asked asked, Programs programs, Terminal terminal)
            throws IOException, InterruptedException {
        String runId = RunName.of(job.pipeline(), Clock.systemUTC().instant());
        Screen screen = new Screen(terminal, asked.verbose());
        try (Workspace workspace = Workspace.make()) {
            Address address = Addresses.of(job, workspace);
            try (Store store = Store.open(address, "bizops run " + job.pipeline());
                    RunLog log = RunLog.make(job.logs(), runId, Clock.systemUTC())) {
                PipelineRun run = new PipelineRun(
                        job,
                        asked,
                        runId,
                        address,
                        store,
                        programs,
                        new Surroundings(terminal.environment()),
                        workspace,
                        new Journal(runId, store, screen, log));
                Signals.onSignal(() -> run.stop(Signals.received().orElseThrow()));
                run.run();
            }
        }
    }
}
