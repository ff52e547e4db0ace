package bizops.tap.zuora.discover;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** How the values of a field read, by the type that describe (or DESCRIBE of Data Query) gives it. */
public enum FieldKind {
    TEXT,
    BOOLEAN,
    INTEGER,
    DECIMAL,
    DATE,
    DATETIME;

    private static final Map<String, FieldKind> BY_TYPE = Map.ofEntries(
            Map.entry("text", TEXT),
            Map.entry("picklist", TEXT),
            Map.entry("longtext", TEXT),
            Map.entry("zoql", TEXT),
            Map.entry("varchar", TEXT),
            Map.entry("boolean", BOOLEAN),
            Map.entry("integer", INTEGER),
            Map.entry("bigint", INTEGER),
            Map.entry("decimal", DECIMAL),
            Map.entry("number", DECIMAL),
            Map.entry("double", DECIMAL),
            Map.entry("date", DATE),
            Map.entry("datetime", DATETIME),
            Map.entry("timestamp", DATETIME),
            Map.entry("timestamp with time zone", DATETIME));

    /** The kind of a type in any case, its size in parentheses aside; empty for a type that nobody knows. */
    static Optional<FieldKind> of(String type) {
        String bare =
                type.toLowerCase(Locale.ROOT).replaceFirst("\\(.*?\\)", "").strip();
        return Optional.ofNullable(BY_TYPE.get(bare));
    }
}
