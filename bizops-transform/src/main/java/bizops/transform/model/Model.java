package bizops.transform.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One relation and how it is made. Immutable.
 *
 * @param computation what computes the table's rows from those of the statement; empty where they are its rows
 * @param distribution the column by which a cluster spreads the rows
 * @param narrow how it is made anew for some keys; empty where it cannot
 * @param additive how its sums are changed by single rows of its inputs; empty where they are not
 * @param comments what each column holds, in the order of the file
 * @param required the columns that are never null
 * @param references columns and where their values must be found
 * @param warnReferences the same, for what the source may have lost
 */
public record Model(
        Relation relation,
        String grain,
        boolean isView,
        Statement statement,
        Optional<String> computation,
        List<String> key,
        Optional<String> distribution,
        Optional<Narrow> narrow,
        Optional<Additive> additive,
        Map<String, String> comments,
        List<String> required,
        Map<List<String>, Target> references,
        Map<List<String>, Target> warnReferences,
        Map<String, List<String>> accepted,
        List<List<String>> indexes) {

    /** The columns of another relation that a reference points to. */
    public record Target(Relation relation, List<String> columns) {}

    static Model of(Relation relation, Header header, Map<String, String> columns, Statement statement) {
        Map<String, String> comments = new LinkedHashMap<>();
        columns.forEach((name, comment) -> comments.put(bare(name), comment));
        return new Model(
                relation,
                header.describedGrain(),
                header.isView(),
                statement,
                Optional.ofNullable(header.computed()),
                header.keyColumns(),
                header.distributionColumn(),
                Optional.ofNullable(header.narrow()).map(written -> Narrow.of(statement, written)),
                Optional.ofNullable(header.additive()).map(Additive::of),
                comments,
                columns.keySet().stream().filter(name -> !name.endsWith("?")).toList(),
                ReferenceText.parse(header.errorReferences()),
                ReferenceText.parse(header.warningReferences()),
                header.acceptedValues(),
                header.indexColumns());
    }

    /** The key as a cluster can hold it unique: within each server, so that the column of distribution comes first. */
    public List<String> distributedKey() {
        return Stream.concat(
                        distribution.stream(),
                        key.stream().filter(column -> !Optional.of(column).equals(distribution)))
                .toList();
    }

    static String bare(String column) {
        return column.endsWith("?") ? column.substring(0, column.length() - 1) : column;
    }
}
