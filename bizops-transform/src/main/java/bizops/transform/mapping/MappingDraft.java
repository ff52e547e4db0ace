package bizops.transform.mapping;

import bizops.singer.catalog.Catalog;
import bizops.transform.config.WarehouseConfig;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.stream.Collectors;
import org.jooq.DSLContext;

/**
 * Writes a mapping.yml to begin with: the defaults as they are, above each meaning what it is and which columns may hold
 * it. Names and counts are all that it shows of the data. Owned by one thread.
 */
public final class MappingDraft {
    private final LoadedFields loaded;

    /** @param catalogs of taps, which know the vendor's spelling and fields that are not loaded */
    public MappingDraft(DSLContext statements, WarehouseConfig config, List<Catalog> catalogs) {
        this.loaded = new LoadedFields(statements, config, catalogs);
    }

    /** The file's text. */
    public String text() {
        StringBuilder text = new StringBuilder("""
                # Which raw column holds what the models mean. Of a list, the first column that exists is used for all rows;
                # {coalesce: [A, B]} takes row by row the first that is not null. Case does not matter. The lines are the
                # defaults; a line with "use" above it is what raw suggests instead. Then: bizops-transform mapping check
                """);
        Candidates candidates = new Candidates(loaded);
        String section = "";
        for (Meaning meaning : Meaning.all()) {
            if (!meaning.section().equals(section)) {
                if (section.equals("opportunity")) {
                    text.append("""

                              # Stage whose first entry is the SAO date where no date is given; null for none
                              sao_stage: null
                            """);
                }
                section = meaning.section();
                text.append('\n').append(section).append(":\n");
            }
            meaning(text, meaning, candidates.of(meaning));
        }
        return text.append("""

                # Raw tables of spend, such as an advertising platform's: the README's section Spend tells what each may say
                # spend: [{table: schema.table, date: COLUMN, campaign_key: COLUMN, amount: COLUMN, currency: COLUMN or USD}]
                spend: []
                """).toString();
    }

    private static void meaning(StringBuilder text, Meaning meaning, List<Candidate> candidates) {
        text.append("\n  # ").append(meaning.says()).append('\n');
        candidates.forEach(candidate ->
                text.append("  #   ").append(oneLine(candidate.text())).append('\n'));
        if (candidates.isEmpty()) {
            text.append("  #   raw has no such column\n");
        }
        if (candidates.stream().noneMatch(Candidate::isExact)) {
            candidates.stream()
                    .filter(Candidate::fits)
                    .findFirst()
                    .ifPresent(best -> text.append("  # use ")
                            .append(meaning.name())
                            .append(": [")
                            .append(quoted(best.name()))
                            .append("]\n"));
        }
        text.append("  ")
                .append(meaning.name())
                .append(": [")
                .append(meaning.defaults().stream().map(MappingDraft::quoted).collect(Collectors.joining(", ")))
                .append("]\n");
    }

    /** A field's name as YAML takes it; a plain one stays as it is. */
    private static String quoted(String name) {
        if (name.matches("[A-Za-z_][A-Za-z0-9_]*")) {
            return name;
        }
        try {
            return new ObjectMapper().writeValueAsString(name);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\R", " ");
    }
}
