package bizops.cli.doctor;

import bizops.cli.pipeline.Addresses;
import bizops.cli.pipeline.Programs;
import bizops.cli.pipeline.Workspace;
import bizops.cli.project.Job;
import bizops.cli.project.TapSpec;
import bizops.cli.store.Address;
import bizops.cli.store.Store;
import bizops.singer.error.BizopsException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Looks at everything that a pipeline needs, one thing after the other. Owned by one thread. */
public final class Doctor {
    private final Job job;
    private final Programs programs;
    private final Clock clock;
    private final Consumer<Finding> tell;

    /** @param tell gets each finding as it is found */
    public Doctor(Job job, Programs programs, Clock clock, Consumer<Finding> tell) {
        this.job = job;
        this.programs = programs;
        this.clock = clock;
        this.tell = tell;
    }

    /**
     * Looks at all of it.
     *
     * @param stale an older state is told
     * @param withTaps whether the vendors are asked, which may take minutes
     */
    public void look(Duration stale, boolean withTaps) throws IOException, InterruptedException {
        run(new ProgramsCheck(job, programs));
        List<Path> folders = new ArrayList<>(List.of(job.logs(), Path.of(System.getProperty("java.io.tmpdir"))));
        job.report().flatMap(step -> step.folder()).ifPresent(folders::add);
        run(new DiskCheck(folders));
        if (job.alerts().isPresent()) {
            run(new HookCheck(job.alerts().get()));
        }
        try (Workspace workspace = Workspace.make()) {
            database(workspace, stale);
            for (TapSpec tap : job.taps()) {
                run(new EndpointCheck(tap, job.environment().variables(), clock));
                if (withTaps) {
                    run(new TapCheck(tap, programs, workspace));
                }
            }
        }
    }

    private void database(Workspace workspace, Duration stale) throws IOException, InterruptedException {
        try {
            Address address = Addresses.of(job, workspace);
            try (Store store = Store.open(address, "bizops doctor")) {
                run(new DatabaseCheck(
                        store, job.taps().stream().map(TapSpec::schema).toList(), clock.instant()));
                run(new ModelsCheck(store, job));
                run(new LockCheck(store, job));
                run(new StateCheck(store, job, clock.instant(), stale));
            }
        } catch (BizopsException refused) {
            tell.accept(Finding.fail("database", refused.getMessage(), ""));
        }
    }

    private void run(Check check) throws IOException, InterruptedException {
        check.findings().forEach(tell);
    }
}
