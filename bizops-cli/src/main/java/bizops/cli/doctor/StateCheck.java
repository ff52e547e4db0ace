package bizops.cli.doctor;

import bizops.cli.project.Job;
import bizops.cli.project.TapSpec;
import bizops.cli.store.Store;
import bizops.singer.warehouse.StoredState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether every tap has brought something of late. */
record StateCheck(Store store, Job job, Instant now, Duration stale) implements Check {
    @Override
    public List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        for (TapSpec tap : job.taps()) {
            String subject = "state " + tap.stateId();
            Optional<StoredState> state = store.find(tap.stateId());
            if (state.isEmpty()) {
                findings.add(Finding.ok(subject, "none yet; the first run reads everything"));
                continue;
            }
            Duration age = Duration.between(state.get().at(), now);
            String text = "last confirmed " + age.toHours() + " h ago";
            findings.add(
                    age.compareTo(stale) > 0
                            ? Finding.warn(
                                    subject,
                                    text,
                                    "nothing has come since then: see bizops history, and the schedule that runs it")
                            : Finding.ok(subject, text));
            long uncovered = store.uncovered(tap.stateId());
            if (uncovered > 0) {
                findings.add(Finding.warn(
                        subject,
                        uncovered + " rows without a key are committed and not covered by it",
                        "the next run removes them and reads them again"));
            }
        }
        return findings;
    }
}
