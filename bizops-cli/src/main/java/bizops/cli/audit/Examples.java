package bizops.cli.audit;

import bizops.cli.store.AuditQueries;
import java.util.Optional;

/** Rows in words. Stateless. */
final class Examples {
    private Examples() {}

    /** Such as {@code 2 missing here: ["006A"], ["006B"]}; empty for none. */
    static Optional<String> of(String what, AuditQueries.Rows rows) {
        if (rows.count() == 0) {
            return Optional.empty();
        }
        String more = rows.count() > rows.keys().size() ? ", …" : "";
        return Optional.of(rows.count() + " " + what + ": " + String.join(", ", rows.keys()) + more);
    }
}
