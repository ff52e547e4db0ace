package bizops.transform.staging;

import bizops.transform.model.Folder;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A staging table as its file describes it. Immutable.
 *
 * @param name the table's name, which is the file's
 * @param vendor salesforce, marketo or zuora
 * @param object the vendor's name of the object
 * @param required whether the build cannot go without it
 * @param key columns that name a row
 */
public record StagingTable(
        String name,
        String vendor,
        String object,
        boolean required,
        Optional<String> note,
        List<String> metrics,
        List<String> key,
        Map<String, Column> columns) {

    private static final YAMLMapper YAML = new YAMLMapper();

    /**
     * A column.
     *
     * @param from the vendor's fields, the first that exists is used
     * @param map the meaning in mapping.yml that names the fields instead
     * @param note code of the note when no field exists
     * @param fallbackNote code of the note when the first field is not the one used
     * @param metrics the metrics that such a note bears on
     * @param optional whether its absence is nothing to tell
     * @param needed whether the build cannot go without the field, which every organization of the vendor has
     */
    public record Column(
            ColumnType type,

            @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) @Nullable
            List<String> from,

            @Nullable String map,
            @Nullable String note,

            @com.fasterxml.jackson.annotation.JsonProperty("fallback_note") @Nullable
            String fallbackNote,

            @Nullable List<String> metrics,

            boolean optional,
            boolean needed) {

        /** The vendor's fields; none where the mapping names them. */
        List<String> fields() {
            return from == null ? List.of() : from;
        }

        List<String> noteMetrics() {
            return metrics == null ? List.of() : metrics;
        }
    }

    /** The object as notes name it: Zuora has an Account as Salesforce has. */
    String shownObject() {
        return vendor.equals("zuora") ? "Zuora " + object : object;
    }

    /** The vendor's flag of a deleted row. */
    String deletedFlag() {
        return vendor.equals("zuora") ? "Deleted" : "IsDeleted";
    }

    /** Where a column's values come from, for readers. */
    public String fieldText(Column column) {
        String meaning = column.map();
        if (meaning != null) {
            return "field of " + meaning + " in mapping.yml";
        }
        List<String> fields = column.from();
        return object + "." + (fields == null || fields.isEmpty() ? "(no field)" : fields.get(0));
    }

    private record Written(
            String vendor,
            String object,
            boolean required,
            @Nullable String note,
            @Nullable List<String> metrics,

            @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
            List<String> key,

            Map<String, Column> columns) {}

    /** All of them, in the order of their names. */
    public static List<StagingTable> all() {
        List<StagingTable> tables = new ArrayList<>();
        Folder.read("1_staging", ".yml").forEach((path, text) -> tables.add(parse(path, text)));
        return List.copyOf(tables);
    }

    private static StagingTable parse(String path, String text) {
        try {
            Written written = YAML.readValue(text, Written.class);
            return new StagingTable(
                    path.substring(path.lastIndexOf('/') + 1).replace(".yml", ""),
                    written.vendor(),
                    written.object(),
                    written.required(),
                    Optional.ofNullable(written.note()),
                    written.metrics() == null ? List.of() : written.metrics(),
                    written.key(),
                    written.columns());
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException(path + ": " + broken.getOriginalMessage(), broken);
        }
    }
}
