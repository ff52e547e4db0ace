package bizops.cli.alert;

import bizops.cli.alert.Finding.Kind;
import bizops.cli.store.Rejections;
import bizops.cli.store.Store;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Records that target-postgres put aside in this run. */
record RejectedCheck(Store store, String schema, Instant since) implements Check {
    @Override
    public Findings look() {
        List<Finding> found = new ArrayList<>();
        Rejections.records(store, schema, since)
                .forEach((stream, rows) -> found.add(Finding.warning(
                        Kind.REJECTED,
                        schema,
                        stream,
                        "REJECTED records of " + stream + " in " + schema + ": " + rows + "; see field and reason in "
                                + schema + "._sdc_rejected, then target-postgres --replay-rejected")));
        return Findings.at(Kind.REJECTED, schema, found);
    }
}
