package bizops.transform.config;

import java.util.List;
import java.util.stream.Stream;

/**
 * The seed files and what their columns hold. Immutable.
 */
public enum SeedTable {
    CAMPAIGN_CHANNEL("campaign_channel", 1, text("campaign_type"), text("channel")),
    LEAD_SOURCE_BUCKET("lead_source_bucket", 1, text("lead_source"), text("bucket")),
    SPEND("spend", 0, date("date", "spend_date"), text("campaign_id"), number("amount"), currency("currency")),
    CURRENCY_RATE("currency_rate", 2, currency("currency"), date("valid_from", "valid_from"), number("rate")),
    TOUCH_ACTIVITY("touch_activity", 1, text("activity_type_id"), text("name")),
    COLLATERAL("collateral", 2, text("collateral"), text("path_prefix")),
    STAGE("stage", 1, text("stage"), number("sort"), number("probability"), flag("is_closed"), flag("is_won")),
    QUOTA(
            "quota",
            2,
            new Column("owner_id", "owner_id", Kind.TEXT_OR_BLANK),
            month("month"),
            number("amount"),
            currency("currency"));

    /** What a column holds. */
    public enum Kind {
        TEXT,
        /** A text that may be blank; blank is an empty text. */
        TEXT_OR_BLANK,
        CURRENCY,
        DATE,
        /** A month, as 2024-01 or any of its days; kept as its first day. */
        MONTH,
        NUMBER,
        FLAG
    }

    /**
     * A column.
     *
     * @param header its name in the file
     * @param name its name in the table
     */
    public record Column(String header, String name, Kind kind) {}

    private final String file;
    private final int keyColumns;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<Column> columns;

    SeedTable(String file, int keyColumns, Column... columns) {
        this.file = file;
        this.keyColumns = keyColumns;
        this.columns = List.of(columns);
    }

    /** The file's name. */
    public String fileName() {
        return file + ".csv";
    }

    /** The table's name in the staging schema. */
    public String table() {
        return "seed_" + file;
    }

    public List<Column> columns() {
        return columns;
    }

    /** Whether metrics have another way without it, so that its absence is nothing to tell. */
    public boolean isOptional() {
        return this == STAGE || this == QUOTA;
    }

    /** The first columns, which together may occur once only; none where rows may repeat. */
    int keyColumns() {
        return keyColumns;
    }

    List<String> headers() {
        return columns.stream().map(Column::header).toList();
    }

    /** All of them. */
    public static Stream<SeedTable> all() {
        return Stream.of(values());
    }

    private static Column text(String name) {
        return new Column(name, name, Kind.TEXT);
    }

    private static Column currency(String name) {
        return new Column(name, name, Kind.CURRENCY);
    }

    private static Column date(String header, String name) {
        return new Column(header, name, Kind.DATE);
    }

    private static Column number(String name) {
        return new Column(name, name, Kind.NUMBER);
    }

    private static Column month(String name) {
        return new Column(name, name, Kind.MONTH);
    }

    private static Column flag(String name) {
        return new Column(name, name, Kind.FLAG);
    }
}
