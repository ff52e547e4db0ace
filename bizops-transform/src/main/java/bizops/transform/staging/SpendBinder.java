package bizops.transform.staging;

import bizops.singer.config.Problems;
import bizops.singer.error.Suggestion;
import bizops.transform.config.Mapping;
import bizops.transform.config.SpendTable;
import bizops.transform.raw.RawColumn;
import bizops.transform.raw.RawSchema;
import bizops.transform.raw.RawTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Finds the raw tables of spend that mapping.yml names; one that is not there as described is a problem. Immutable. */
record SpendBinder(Function<String, RawSchema> schemas, Mapping mapping, Problems problems) {
    static final String TABLE = "mapped_spend";
    static final String CURRENCY = "currency";
    private static final String CODE = "[A-Z]{3}";

    SpendLoad bind() {
        List<SpendLoad.Part> parts = new ArrayList<>();
        mapping.spend().forEach(table -> part(table).ifPresent(parts::add));
        return new SpendLoad(List.copyOf(parts));
    }

    private Optional<SpendLoad.Part> part(SpendTable spend) {
        RawSchema schema = schemas.apply(spend.schema());
        Optional<RawTable> raw = schema.table(spend.table());
        if (raw.isEmpty()) {
            problems.add("mapping.yml: spend table " + spend.path() + " does not exist or cannot be read"
                    + Suggestion.hint(
                            spend.table(),
                            schema.tables().stream().map(RawTable::name).toList()));
            return Optional.empty();
        }
        Map<String, StagingTable.Column> columns = new LinkedHashMap<>();
        columns.put("campaign_key", column(ColumnType.TEXT, spend.campaignKey()));
        columns.put("spend_date", column(ColumnType.DATE, spend.date()));
        columns.put("amount", column(ColumnType.NUMBER, spend.amount()));
        Optional<String> currency = spend.currency();
        boolean isCode = currency.isPresent()
                && currency.get().matches(CODE)
                && schema.column(raw.get(), spend.table(), currency.get()).isEmpty();
        if (currency.isPresent() && !isCode) {
            columns.put(CURRENCY, column(ColumnType.TEXT, currency.get()));
        }
        List<String> key = new ArrayList<>();
        for (String name : spend.key()) {
            key.add("key_" + (key.size() + 1));
            columns.put(key.get(key.size() - 1), column(ColumnType.TEXT, name));
        }
        if (!allExist(spend, schema, raw.get(), columns)) {
            return Optional.empty();
        }
        StagingTable table = new StagingTable(
                TABLE, "spend", spend.table(), true, Optional.empty(), List.of(), List.copyOf(key), columns);
        return Optional.of(new SpendLoad.Part(
                spend, new SourceBinder(schema, mapping, problems).bind(table), isCode ? currency : Optional.empty()));
    }

    private boolean allExist(
            SpendTable spend, RawSchema schema, RawTable raw, Map<String, StagingTable.Column> columns) {
        boolean exist = true;
        for (StagingTable.Column column : columns.values()) {
            for (String name : column.fields()) {
                if (schema.column(raw, spend.table(), name).isEmpty()) {
                    exist = false;
                    problems.add("mapping.yml: spend table " + spend.path() + " has no column " + name
                            + Suggestion.hint(
                                    name,
                                    raw.columns().stream().map(RawColumn::name).toList()));
                }
            }
        }
        return exist;
    }

    private static StagingTable.Column column(ColumnType type, @Nullable String from) {
        return new StagingTable.Column(
                type, from == null ? List.of() : List.of(from), null, null, null, null, false, false);
    }
}
