package bizops.target.table;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** The columns that the target itself fills, in the order in which they stand behind the data in COPY. */
public enum Metadata {
    EXTRACTED_AT("_sdc_extracted_at", true, "When the tap read the record, if it said so"),
    RECEIVED_AT("_sdc_received_at", true, "When the target read the record"),
    DELETED_AT("_sdc_deleted_at", true, "When the row was deleted at the source; null while it lives"),
    TABLE_VERSION("_sdc_table_version", false, "Version of the full load that brought the row"),
    BATCHED_AT("_sdc_batched_at", true, "Start of the batch that wrote the row"),
    SYNC_STARTED_AT("_sdc_sync_started_at", false, "Start of the target's run, in milliseconds since 1970"),
    SEQUENCE("_sdc_sequence", false, "Unique in the database, rising; later rows have greater numbers");

    private static final Set<String> NAMES =
            Arrays.stream(values()).map(Metadata::column).collect(Collectors.toUnmodifiableSet());

    private final String column;
    private final boolean time;
    private final String description;

    Metadata(String column, boolean time, String description) {
        this.column = column;
        this.time = time;
        this.description = description;
    }

    public String column() {
        return column;
    }

    public ColumnType type() {
        return time ? ColumnType.TIMESTAMPTZ : ColumnType.BIGINT;
    }

    public String description() {
        return description;
    }

    /** Whether a property of this name is the target's and not data. */
    public static boolean owns(String property) {
        return NAMES.contains(property);
    }

    static Set<String> names() {
        return NAMES;
    }
}
