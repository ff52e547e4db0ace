package bizops.transform.staging;

import static org.jooq.impl.DSL.collation;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;

import bizops.transform.config.SpendTable;
import bizops.transform.raw.RawTable;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.SelectField;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** The staging table of all spend that mapping.yml finds in raw tables; empty where it names none. Immutable. */
record SpendLoad(List<Part> parts) implements StagingLoad {

    /**
     * One of the raw tables.
     *
     * @param currencyCode the code of all its rows; none where a column holds it, or nothing does
     */
    record Part(SpendTable table, StagingSource source, Optional<String> currencyCode) {}

    @Override
    public String table() {
        return SpendBinder.TABLE;
    }

    @Override
    public List<String> key() {
        return List.of();
    }

    @Override
    public String comment() {
        return "A row: spend that a table of mapping.yml holds";
    }

    @Override
    public Map<String, String> columnComments() {
        return Map.of(
                "source_table",
                "the raw table",
                "campaign_key",
                "what names the campaign there",
                "match",
                "how that names it: id, name or any",
                "spend_date",
                "day of the spend",
                "amount",
                "amount in its own currency",
                SpendBinder.CURRENCY,
                "ISO 4217 code; null where the table has none",
                "is_deleted",
                "whether the source or its loader says that the row is deleted");
    }

    @Override
    public void create(DSLContext statements, String schema, ZoneId zone) {
        Select<Record> all = statements
                .select(columns(text(DSL.castNull(SQLDataType.CLOB)), missing(), SpendTable.Match.ANY, "1"))
                .from(DSL.select(
                                Conversion.missing(ColumnType.TEXT).as(name("campaign_key")),
                                Conversion.missing(ColumnType.DATE).as(name("spend_date")),
                                Conversion.missing(ColumnType.NUMBER).as(name("amount")),
                                inline(false).as(name("is_deleted")))
                        .asTable("q"))
                .where(DSL.falseCondition());
        for (Part part : parts) {
            all = all.unionAll(part(statements, new Conversion(schema, zone), part));
        }
        statements.createTable(name(schema, table())).as(all).execute();
    }

    @Override
    public Optional<RawTable> numbered() {
        return Optional.empty();
    }

    @Override
    public Select<Record> numbered(DSLContext statements, String schema, ZoneId zone, SequenceRange range) {
        throw new IllegalStateException("spend is read from tables of any loader");
    }

    @Override
    public List<RejectCount> rejects(DSLContext statements, String schema, ZoneId zone) {
        List<RejectCount> rejects = new ArrayList<>();
        parts.forEach(part -> rejects.addAll(
                new Rejects(statements, new StagingQuery(statements, new Conversion(schema, zone), part.source()))
                        .find()));
        return rejects;
    }

    @Override
    public Optional<RawCount> count(DSLContext statements, String schema, ZoneId zone) {
        return Optional.empty();
    }

    private static Select<Record> part(DSLContext statements, Conversion conversion, Part part) {
        Table<Record> rows =
                new StagingQuery(statements, conversion, part.source()).select().asTable("q");
        boolean hasColumn = part.source().columns().stream()
                .anyMatch(column -> column.name().equals(SpendBinder.CURRENCY));
        Field<?> currency = part.currencyCode()
                .<Field<?>>map(code -> text(inline(code)))
                .orElse(hasColumn ? field(name("q", SpendBinder.CURRENCY)) : missing());
        return statements
                .select(columns(
                        text(inline(part.table().path())),
                        currency,
                        part.table().match(),
                        part.table().divisor().toPlainString()))
                .from(rows);
    }

    private static List<SelectField<?>> columns(
            Field<?> sourceTable, Field<?> currency, SpendTable.Match match, String divisor) {
        return List.of(
                sourceTable.as(name("source_table")),
                field(name("q", "campaign_key")).as(name("campaign_key")),
                text(inline(match.name().toLowerCase(Locale.ROOT))).as(name("match")),
                field(name("q", "spend_date")).as(name("spend_date")),
                field("{0} / {1}", SQLDataType.NUMERIC, field(name("q", "amount")), DSL.raw(divisor))
                        .as(name("amount")),
                currency.as(name(SpendBinder.CURRENCY)),
                field(name("q", "is_deleted")).as(name("is_deleted")));
    }

    private static Field<?> missing() {
        return Conversion.missing(ColumnType.TEXT);
    }

    private static Field<String> text(Field<String> value) {
        return value.cast(SQLDataType.CLOB).collate(collation("C"));
    }
}
