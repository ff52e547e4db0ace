package bizops.transform.mapping;

import bizops.singer.catalog.Catalog;
import bizops.singer.catalog.StreamEntry;
import bizops.transform.build.Functions;
import bizops.transform.config.WarehouseConfig;
import bizops.transform.raw.RawCatalog;
import bizops.transform.raw.RawColumn;
import bizops.transform.raw.RawSchema;
import bizops.transform.raw.RawTable;
import bizops.transform.staging.ColumnProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jooq.DSLContext;

/** The raw tables as a mapping sees them, with what catalogs know beside them. Owned by one thread. */
final class LoadedFields {
    /** The functions that read values stand there for the session only. */
    private static final String FUNCTIONS = "pg_temp";

    private final DSLContext statements;
    private final WarehouseConfig config;
    private final List<Catalog> catalogs;

    LoadedFields(DSLContext statements, WarehouseConfig config, List<Catalog> catalogs) {
        this.statements = statements;
        this.config = config;
        this.catalogs = catalogs;
        Functions.create(statements, FUNCTIONS);
    }

    DSLContext statements() {
        return statements;
    }

    String functions() {
        return FUNCTIONS;
    }

    RawSchema schema(String vendor) {
        String name = config.rawSchemas().getOrDefault(vendor, "raw_" + vendor);
        return new RawCatalog(statements).read(name, config.rawNames());
    }

    Optional<RawTable> table(Meaning meaning) {
        return schema(meaning.vendor()).table(meaning.object());
    }

    Optional<ColumnProfile> profile(Meaning meaning, String field) {
        RawSchema schema = schema(meaning.vendor());
        return schema.table(meaning.object())
                .flatMap(table -> schema.column(table, meaning.object(), field)
                        .map(column -> ColumnProfile.of(statements, FUNCTIONS, table, column, meaning.type())));
    }

    /** The names of all fields that may be mapped, raw's as the catalogs spell them. */
    List<String> fields(Meaning meaning) {
        Map<String, String> names = new TreeMap<>();
        table(meaning)
                .ifPresent(table -> table.columns().stream()
                        .map(RawColumn::name)
                        .filter(name -> !name.startsWith("_sdc_"))
                        .forEach(name -> names.put(name.toLowerCase(Locale.ROOT), name)));
        catalogs.forEach(catalog -> catalog.streams().stream()
                .filter(stream -> stream.name().equalsIgnoreCase(meaning.object()))
                .flatMap(stream -> properties(stream).stream())
                .forEach(name -> names.put(name.toLowerCase(Locale.ROOT), name)));
        return new ArrayList<>(names.values());
    }

    private static List<String> properties(StreamEntry stream) {
        return stream.schema().get("properties") instanceof Map<?, ?> properties
                ? properties.keySet().stream().map(String::valueOf).toList()
                : List.of();
    }
}
