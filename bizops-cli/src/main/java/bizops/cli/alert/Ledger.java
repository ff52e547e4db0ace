package bizops.cli.alert;

import bizops.cli.project.Job;
import bizops.cli.store.AlertTable;
import bizops.cli.store.Store;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Tells what nobody was told yet, and forgets what is right again. Owned by one thread. */
final class Ledger {
    private final Store store;
    private final Job job;
    private final Ignored ignored;
    private final AlertTable.Owner owner;

    Ledger(Store store, Job job, Ignored ignored) {
        this.store = store;
        this.job = job;
        this.ignored = ignored;
        this.owner = new AlertTable.Owner(job.environment().name(), job.pipeline());
    }

    /** An error for the first that the hook does not take: the rest would fail as slowly, and is told by the next run. */
    void tell(Optional<Hook> hook, RunResult run, List<Findings> looked) throws IOException, InterruptedException {
        Map<String, Boolean> known = AlertTable.open(store, owner);
        List<Finding> found = looked.stream()
                .flatMap(one -> one.all().stream())
                .filter(one -> !ignored.fits(one))
                .toList();
        forget(known.keySet(), found, looked);
        for (Finding finding : found) {
            note(finding, false);
        }
        for (Finding finding : found) {
            if (hook.isPresent() && !known.getOrDefault(finding.key(), false)) {
                hook.get().send(Message.json(job, run, finding));
                note(finding, true);
            }
        }
    }

    private void note(Finding finding, boolean sent) {
        AlertTable.note(store, owner, finding.key(), finding.kind().text(), finding.line(), sent);
    }

    private void forget(Set<String> known, List<Finding> found, List<Findings> looked) {
        Set<String> gone = new HashSet<>(known);
        found.forEach(finding -> gone.remove(finding.key()));
        gone.removeIf(key -> looked.stream().noneMatch(one -> one.judges(key)));
        AlertTable.forget(store, owner, gone);
    }
}
