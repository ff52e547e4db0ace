package bizops.cli.alert;

import bizops.cli.alert.Finding.Kind;
import bizops.cli.store.RawColumns;
import bizops.cli.store.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Columns of known raw tables that are new, gone or of another type. A new table is a stream that somebody selected. */
record DriftCheck(Store store, String schema) implements Check {
    private static final int SHOWN = 10;

    @Override
    public Findings look() {
        Map<String, Map<String, String>> now = RawColumns.now(store, schema);
        List<Finding> found = new ArrayList<>();
        RawColumns.before(store, schema)
                .forEach((table, columns) -> change(columns, Optional.ofNullable(now.get(table)))
                        .ifPresent(change -> found.add(Finding.warning(
                                Kind.DRIFT,
                                schema,
                                table,
                                "DRIFT of " + schema + "." + table + ": " + change
                                        + "; bizops discover, then look at the models that read it"))));
        return Findings.at(Kind.DRIFT, schema, found);
    }

    private static Optional<String> change(Map<String, String> before, Optional<Map<String, String>> after) {
        if (after.isEmpty()) {
            return Optional.of("the table is gone");
        }
        Map<String, String> now = after.get();
        List<String> changes = new ArrayList<>();
        Set<String> names = new TreeSet<>(before.keySet());
        names.addAll(now.keySet());
        for (String name : names) {
            String old = before.getOrDefault(name, "");
            String type = now.getOrDefault(name, "");
            if (old.isEmpty()) {
                changes.add(name + " is new (" + type + ")");
            } else if (type.isEmpty()) {
                changes.add(name + " is gone");
            } else if (!old.equals(type)) {
                changes.add(name + " is " + type + ", was " + old);
            }
        }
        if (changes.isEmpty()) {
            return Optional.empty();
        }
        String more = changes.size() > SHOWN ? " and " + (changes.size() - SHOWN) + " more" : "";
        return Optional.of(String.join(", ", changes.subList(0, Math.min(SHOWN, changes.size()))) + more);
    }
}
