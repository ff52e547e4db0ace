package bizops.cli.audit;

import bizops.cli.store.AuditEntry;
import bizops.cli.store.AuditEntry.Figures;
import bizops.cli.store.AuditEntry.Verdict;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A stream without a table. Stateless. */
final class NoTable {
    private NoTable() {}

    /** All is well where there are no rows, for which a target need not make one. */
    static AuditEntry entry(String tap, String method, Declared declared, String schema, long rows) {
        Figures figures = new Figures(rows, 0, 0, Optional.empty(), Optional.empty(), Map.of());
        return new AuditEntry(
                tap,
                declared.stream(),
                method,
                rows == 0 ? Verdict.OK : Verdict.DIFF,
                "",
                Optional.of(figures),
                rows == 0 ? List.of() : List.of("rows: vendor " + rows + ", here no table of it in schema " + schema));
    }
}
