package bizops.transform.build;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import bizops.transform.config.BuildInput;
import bizops.transform.config.OwnSeed;
import bizops.transform.config.SeedTable;
import bizops.transform.config.Settings;
import bizops.transform.staging.Note;
import bizops.transform.staging.RawCount;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.CreateTableElementListStep;
import org.jooq.DSLContext;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.InsertValuesStepN;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/** Fills the tables that come from files: settings, seeds and notes. Owned by one thread. */
public final class Inputs {
    private static final int ROWS_A_STATEMENT = 500;
    private static final DataType<String> TEXT = SQLDataType.CLOB.collation(DSL.collation("C"));
    private static final DataType<String[]> TEXTS = SQLDataType.CLOB.array();

    private final DSLContext statements;
    private final String schema;

    /** @param schema the staging schema to fill */
    public Inputs(DSLContext statements, String schema) {
        this.statements = statements;
        this.schema = schema;
    }

    public void settings(BuildInput input) {
        Settings settings = input.settings();
        List<Field<?>> columns = new ArrayList<>();
        List<@Nullable Object> values = new ArrayList<>();
        add(columns, values, "as_of", SQLDataType.LOCALDATE, settings.asOf());
        add(
                columns,
                values,
                "reporting_timezone",
                TEXT,
                settings.reportingTimezone().getId());
        add(columns, values, "reporting_currency", TEXT, settings.reportingCurrency());
        add(
                columns,
                values,
                "gross_margin",
                SQLDataType.NUMERIC,
                settings.grossMargin().orElse(null));
        add(columns, values, "lookback_days", SQLDataType.INTEGER, settings.lookbackDays());
        add(columns, values, "time_decay_half_life_days", SQLDataType.INTEGER, settings.timeDecayHalfLifeDays());
        add(columns, values, "touch_dedup_days", SQLDataType.INTEGER, settings.touchDedupDays());
        add(columns, values, "retention_cap_months", SQLDataType.INTEGER, settings.retentionCapMonths());
        add(columns, values, "sao_types", TEXTS, settings.saoTypes().toArray(String[]::new));
        add(columns, values, "sao_types_hold_null", SQLDataType.BOOLEAN, settings.saoTypesHoldNull());
        add(
                columns,
                values,
                "sao_excluded_stages",
                TEXTS,
                settings.saoExcludedStages().toArray(String[]::new));
        add(
                columns,
                values,
                "sao_excluded_lead_sources",
                TEXTS,
                settings.saoExcludedLeadSources().toArray(String[]::new));
        add(columns, values, "sao_stage", TEXT, input.mapping().saoStage().orElse(null));
        add(columns, values, "fiscal_year_start_month", SQLDataType.INTEGER, settings.fiscalYearStartMonth());
        add(columns, values, "fiscal_year_named_by", TEXT, settings.fiscalYearNamedBy());
        add(columns, values, "models", TEXTS, settings.models().toArray(String[]::new));
        add(columns, values, "default_model", TEXT, settings.defaultModel());
        add(
                columns,
                values,
                "average_retention_months",
                SQLDataType.NUMERIC,
                settings.averageRetentionMonths().orElse(null));
        add(columns, values, "slow_stage_days", SQLDataType.INTEGER, settings.slowStageDays());
        add(columns, values, "stale_days", SQLDataType.INTEGER, settings.staleDays());
        create("settings", columns);
        insert("settings", columns, List.of(values));
        comment("settings", "A row: the settings of the build", columns, "settings.json");
    }

    public void seeds(BuildInput input) {
        for (SeedTable seed : SeedTable.values()) {
            List<Field<?>> columns = new ArrayList<>();
            seed.columns().forEach(column -> columns.add(field(name(column.name()), type(column.kind()))));
            create(seed.table(), columns);
            insert(seed.table(), columns, input.seeds().getOrDefault(seed, List.of()));
            comment(seed.table(), "A row: a line of " + seed.fileName(), columns, seed.fileName());
        }
    }

    /** The user's own, every column a text. */
    public void ownSeeds(List<OwnSeed> seeds) {
        for (OwnSeed seed : seeds) {
            List<Field<?>> columns = new ArrayList<>();
            seed.columns().forEach(column -> columns.add(field(name(column), TEXT)));
            create(seed.table(), columns);
            insert(seed.table(), columns, seed.rows());
            comment(seed.table(), "A row: a line of " + seed.fileName(), columns, seed.fileName());
        }
    }

    public void notes(List<Note> notes) {
        List<Field<?>> columns = List.of(
                field(name("code"), TEXT),
                field(name("object"), TEXT),
                field(name("detail"), TEXT),
                field(name("rows_affected"), SQLDataType.BIGINT),
                field(name("metric_names"), TEXTS));
        create("build_note", columns);
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (Note note : notes) {
            List<@Nullable Object> row = new ArrayList<>();
            row.add(note.code());
            row.add(note.object());
            row.add(note.detail());
            row.add(note.rowsAffected().orElse(null));
            row.add(note.metrics().toArray(String[]::new));
            rows.add(row);
        }
        insert("build_note", columns, rows);
        comment("build_note", "A row: something that the build found missing", columns, "marts.note");
    }

    private static void add(
            List<Field<?>> columns,
            List<@Nullable Object> values,
            String column,
            DataType<?> type,
            @Nullable Object value) {
        columns.add(field(name(column), type));
        values.add(value);
    }

    /** What the raw tables held, for the accounts of the build. */
    public void rawCounts(List<RawCount> counts) {
        List<Field<?>> columns = List.of(
                field(name("table_name"), TEXT),
                field(name("vendor"), TEXT),
                field(name("object"), TEXT),
                field(name("raw_schema"), TEXT),
                field(name("raw_table"), TEXT),
                field(name("rows"), SQLDataType.BIGINT),
                field(name("keyless"), SQLDataType.BIGINT),
                field(name("received_at"), SQLDataType.TIMESTAMPWITHTIMEZONE),
                field(name("modified_at"), SQLDataType.TIMESTAMPWITHTIMEZONE));
        create("raw_count", columns);
        insert("raw_count", columns, counts.stream().map(Inputs::values).toList());
        comment("raw_count", "A row: a raw table as this build read it", columns, "raw table");
        List<Field<?>> sums = List.of(
                field(name("table_name"), TEXT),
                field(name("currency"), TEXT),
                field(name("amount"), SQLDataType.NUMERIC));
        create("raw_amount", sums);
        List<List<@Nullable Object>> rows = new ArrayList<>();
        counts.forEach(count -> count.amounts()
                .forEach((currency, amount) -> rows.add(Arrays.asList(count.table(), currency, amount))));
        insert("raw_amount", sums, rows);
        comment("raw_amount", "A row: the sum of a raw table's amounts in a currency", sums, "raw table");
    }

    private static List<@Nullable Object> values(RawCount count) {
        return Arrays.asList(
                count.table(),
                count.vendor(),
                count.object(),
                count.raw().schema(),
                count.raw().name(),
                count.rows(),
                count.keyless().orElse(null),
                count.receivedAt().orElse(null),
                count.modifiedAt().orElse(null));
    }

    /** @param source file or relation that has columns of the same names */
    private void comment(String tableName, String text, List<Field<?>> columns, String source) {
        Map<String, String> comments = new LinkedHashMap<>();
        columns.forEach(column -> comments.put(column.getName(), source + ": " + column.getName()));
        new Comments(statements).write(name(schema, tableName), false, text, comments);
    }

    private void create(String tableName, List<Field<?>> columns) {
        CreateTableElementListStep create = statements.createTable(name(schema, tableName));
        create.columns(columns).execute();
    }

    private void insert(
            String tableName, List<Field<?>> columns, List<? extends List<? extends @Nullable Object>> rows) {
        for (int from = 0; from < rows.size(); from += ROWS_A_STATEMENT) {
            InsertValuesStepN<Record> insert =
                    statements.insertInto(table(name(schema, tableName))).columns(columns);
            rows.subList(from, Math.min(rows.size(), from + ROWS_A_STATEMENT)).forEach(row -> {
                var unused = insert.values(row);
            });
            insert.execute();
        }
        // Every model reads the settings: what the planner does not know of their one row, it takes for two hundred.
        statements.query("analyze {0}", name(schema, tableName)).execute();
    }

    private static DataType<?> type(SeedTable.Kind kind) {
        return switch (kind) {
            case TEXT, TEXT_OR_BLANK, CURRENCY -> TEXT;
            case DATE, MONTH -> SQLDataType.LOCALDATE;
            case NUMBER -> SQLDataType.NUMERIC;
            case FLAG -> SQLDataType.BOOLEAN;
        };
    }
}
