package bizops.cli.doctor;

import bizops.cli.project.Job;
import bizops.cli.project.TapSpec;
import bizops.cli.store.Store;
import bizops.singer.warehouse.StateLock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Who holds the locks that a run takes. */
record LockCheck(Store store, Job job) implements Check {
    @Override
    public List<Finding> findings() {
        List<Finding> held = new ArrayList<>();
        String pipeline = job.environment().name() + "/" + job.pipeline();
        add(held, StateLock.PIPELINE, pipeline, "pipeline " + pipeline);
        for (TapSpec tap : job.taps()) {
            add(held, StateLock.RUN, tap.stateId(), "state " + tap.stateId());
            if (store.holder(StateLock.RUN, tap.stateId()).isEmpty()) {
                add(held, StateLock.STATE, tap.stateId(), "state " + tap.stateId());
            }
        }
        return held.isEmpty() ? List.of(Finding.ok("locks", "all free")) : held;
    }

    private void add(List<Finding> held, StateLock lock, String id, String what) {
        Optional<String> holder = store.holder(lock, id);
        if (holder.isPresent()) {
            held.add(Finding.warn(
                    "locks",
                    what + " is held by " + holder.get(),
                    "let that run end; if its program is gone: SELECT pg_terminate_backend(the process)"));
        }
    }
}
