package bizops.cli;

import bizops.cli.pair.StateChange;
import bizops.cli.pipeline.Addresses;
import bizops.cli.pipeline.Asked;
import bizops.cli.pipeline.StreamChoice;
import bizops.cli.pipeline.Workspace;
import bizops.cli.project.Job;
import bizops.cli.store.Store;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What a call does to the bookmarks of streams. Immutable.
 *
 * @param streams STREAM or TAP:STREAM
 * @param change of a stream
 */
record StateChanges(List<String> streams, Function<String, StateChange> change) {
    /** By tap; the database tells whose a stream is. */
    Asked ask(Job job, boolean verbose) throws IOException {
        Map<String, StateChange> changes = new HashMap<>();
        if (!streams.isEmpty()) {
            try (Workspace workspace = Workspace.make();
                    Store store = Store.open(Addresses.of(job, workspace), "bizops run")) {
                for (String named : streams) {
                    StreamChoice choice = StreamChoice.find(named, job, store);
                    changes.merge(
                            choice.tap(),
                            change.apply(choice.stream()),
                            (one, other) -> state -> other.to(one.to(state)));
                }
            }
        }
        return Asked.whole(changes, verbose);
    }
}
