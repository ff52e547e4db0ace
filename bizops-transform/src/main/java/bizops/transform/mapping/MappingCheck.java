package bizops.transform.mapping;

import bizops.singer.catalog.Catalog;
import bizops.singer.config.Problems;
import bizops.singer.error.Suggestion;
import bizops.transform.config.Mapping;
import bizops.transform.config.WarehouseConfig;
import bizops.transform.raw.RawCatalog;
import bizops.transform.staging.ColumnProfile;
import bizops.transform.staging.SpendCheck;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jooq.DSLContext;

/** Holds a mapping to the raw tables: what it names must be there and must be readable. Owned by one thread. */
public final class MappingCheck {
    private final LoadedFields loaded;
    private final WarehouseConfig config;
    private final BigDecimal rejectLimit;

    /** @param rejectLimit share of a column's values that may fail to be read, 0..1 */
    public MappingCheck(DSLContext statements, WarehouseConfig config, List<Catalog> catalogs, BigDecimal rejectLimit) {
        this.loaded = new LoadedFields(statements, config, catalogs);
        this.config = config;
        this.rejectLimit = rejectLimit;
    }

    /** One line a meaning; what is wrong goes to {@code problems}. */
    public List<String> run(Mapping mapping, Problems problems) {
        List<String> lines = new ArrayList<>();
        for (Meaning meaning : Meaning.all()) {
            lines.add(meaning.path() + ": " + line(meaning, mapping, problems));
        }
        lines.addAll(new SpendCheck(
                        loaded.statements(), loaded.functions(), new RawCatalog(loaded.statements()), config.rawNames())
                .run(mapping, rejectLimit, problems));
        return lines;
    }

    private String line(Meaning meaning, Mapping mapping, Problems problems) {
        Mapping.Source source = mapping.of(meaning.path());
        if (loaded.table(meaning).isEmpty()) {
            return "raw has no table " + meaning.object();
        }
        List<String> used = new ArrayList<>();
        for (String field : source.columns()) {
            Optional<ColumnProfile> profile = loaded.profile(meaning, field);
            if (profile.isPresent() && (used.isEmpty() || source.isCoalesced())) {
                used.add(field + ", " + profile.get().text());
                readable(meaning, field, profile.get(), problems);
            } else if (profile.isEmpty() && mapping.written().contains(meaning.path()) && !isDefault(meaning, field)) {
                problems.add("mapping.yml: '" + meaning.path() + "' names " + field + ", which raw table "
                        + meaning.object() + " does not have" + Suggestion.hint(field, loaded.fields(meaning)));
            }
        }
        if (!used.isEmpty()) {
            return String.join("; ", used);
        }
        Optional<String> suggestion = new Candidates(loaded).suggestion(meaning);
        return "null in all rows"
                + suggestion.map(name -> "; " + name + " might hold it").orElse("");
    }

    private void readable(Meaning meaning, String field, ColumnProfile profile, Problems problems) {
        long failed = profile.given() - profile.read();
        if (BigDecimal.valueOf(failed).compareTo(rejectLimit.multiply(BigDecimal.valueOf(profile.given()))) > 0) {
            problems.add("mapping.yml: '" + meaning.path() + "': " + failed + " of " + profile.given() + " values of "
                    + field + " cannot be read as " + profile.type().name().toLowerCase(Locale.ROOT)
                    + "; the build allows a share of " + rejectLimit.toPlainString());
        }
    }

    /** A default that is not there is no mistake of the file's author, who may have kept it. */
    private static boolean isDefault(Meaning meaning, String field) {
        return meaning.defaults().stream().anyMatch(field::equalsIgnoreCase);
    }
}
