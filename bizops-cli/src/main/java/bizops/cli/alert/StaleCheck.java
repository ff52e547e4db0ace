package bizops.cli.alert;

import bizops.cli.alert.Finding.Kind;
import bizops.cli.project.TapSpec;
import bizops.cli.store.Store;
import bizops.cli.store.StreamRows;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Streams of which no row has come for long, though some came before; whether or not the tap fails. */
record StaleCheck(Store store, TapSpec tap, Duration longest) implements Check {
    @Override
    public Findings look() {
        Instant now = store.now();
        List<Finding> found = new ArrayList<>();
        StreamRows.last(store, tap.stateId()).forEach((stream, last) -> {
            Duration age = Duration.between(last, now);
            if (age.compareTo(longest) > 0) {
                found.add(Finding.warning(
                        Kind.STALE,
                        tap.name(),
                        stream,
                        "STALE stream " + stream + " of tap " + tap.name() + ": no row for " + age.toHours()
                                + " h; look in the source, or say ignore: [\"" + Kind.STALE.at(tap.name()) + stream
                                + "\"] in bizops.yml"));
            }
        });
        return Findings.at(Kind.STALE, tap.name(), found);
    }
}
