package bizops.transform.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The header of a model file, as written. Immutable.
 *
 * @param grain what one row is
 * @param materialized {@code table} or {@code view}
 * @param computed what computes the table's rows from those of the query
 * @param narrow how it is made anew for a part of its keys; without it, for all of them
 * @param additive how its sums are changed by the rows that its inputs lost and gained
 * @param key columns that name a row
 * @param distribution the column by which a cluster spreads the table's rows; without it they are on every server
 * @param references columns and the {@code layer.relation.column} they must be found in
 * @param warnReferences the same, for what the source may have lost
 * @param accepted columns and their allowed values
 * @param indexes column lists to index
 * @param like the relation whose columns' comments hold here too
 * @param without columns of that relation that are not here
 * @param columns comment by column; a name that ends in {@code ?} may be null
 */
record Header(
        @Nullable String grain,
        @Nullable String materialized,
        @Nullable String computed,
        Narrow.@Nullable Written narrow,
        Additive.@Nullable Written additive,
        @Nullable List<String> key,
        @Nullable String distribution,
        @Nullable Map<String, String> references,
        @JsonProperty("warn_references") @Nullable Map<String, String> warnReferences,
        @Nullable Map<String, List<String>> accepted,
        @Nullable List<List<String>> indexes,
        @Nullable String like,
        @Nullable List<String> without,
        @Nullable Map<String, String> columns) {

    /** Of a user's model that says nothing of itself. */
    static Header ofOwn(String path) {
        return new Header(
                "a row of " + path, null, null, null, null, null, null, null, null, null, null, null, null, null);
    }

    /** The same for another text, which may read other inputs: all its rows are made anew. */
    Header withoutNarrow() {
        return new Header(
                grain,
                materialized,
                computed,
                null,
                null,
                key,
                distribution,
                references,
                warnReferences,
                accepted,
                indexes,
                like,
                without,
                columns);
    }

    String describedGrain() {
        return grain == null ? "as the SQL makes it" : grain;
    }

    boolean isView() {
        return "view".equals(materialized);
    }

    List<String> keyColumns() {
        return key == null ? List.of() : key;
    }

    Optional<String> distributionColumn() {
        return Optional.ofNullable(distribution);
    }

    Map<String, String> errorReferences() {
        return references == null ? Map.of() : new TreeMap<>(references);
    }

    Map<String, String> warningReferences() {
        return warnReferences == null ? Map.of() : new TreeMap<>(warnReferences);
    }

    Map<String, List<String>> acceptedValues() {
        return accepted == null ? Map.of() : new TreeMap<>(accepted);
    }

    List<List<String>> indexColumns() {
        return indexes == null ? List.of() : indexes;
    }

    Optional<String> likeRelation() {
        return Optional.ofNullable(like);
    }

    List<String> leftOut() {
        return without == null ? List.of() : without;
    }

    Map<String, String> writtenColumns() {
        return columns == null ? Map.of() : columns;
    }
}
