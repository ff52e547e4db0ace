package bizops.transform.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An entity whose versions are kept. Immutable.
 *
 * @param entity its name, which is the file's
 * @param columns what is kept of it, by name
 * @param source the rows as they are now: id, created_at, modified_at, deleted_at, is_deleted, and the columns
 * @param narrow how the versions are made anew of some records only; empty where they cannot
 * @param past versions from before the first build, as far as the source itself tells: id, valid_from, and the columns
 */
public record HistoryModel(
        String entity,
        Map<String, Column> columns,
        Statement source,
        Optional<Narrow> narrow,
        Optional<Statement> past) {

    /** What a column holds. */
    public enum Type {
        TEXT,
        NUMBER,
        DATE,
        BOOLEAN;

        @JsonCreator
        static Type of(String name) {
            return valueOf(name.toUpperCase(java.util.Locale.ROOT));
        }
    }

    /** A column that is kept. */
    public record Column(Type type, String says) {}

    private record Header(Map<String, Column> columns, Narrow.@Nullable Written narrow) {}

    private record PastHeader(String says) {}

    /** All of them, in the order of their names. */
    public static List<HistoryModel> all() {
        Map<String, String> past = Folder.read("history_past", ".sql");
        List<HistoryModel> models = new ArrayList<>();
        Folder.read("history", ".sql").forEach((path, text) -> {
            SqlFile<Header> file = SqlFile.parse("history/" + path, text, Header.class);
            Statement source = Statement.own(file.sql());
            models.add(new HistoryModel(
                    path.replace(".sql", ""),
                    file.header().columns(),
                    source,
                    Optional.ofNullable(file.header().narrow()).map(written -> Narrow.of(source, written)),
                    Optional.ofNullable(past.get(path)).map(before -> past(path, before))));
        });
        return List.copyOf(models);
    }

    /** What the versions come from, beside those that are kept. */
    public Set<Relation> inputs() {
        Set<Relation> inputs = new HashSet<>(source.inputs());
        past.ifPresent(before -> inputs.addAll(before.inputs()));
        return inputs;
    }

    /** The staging table that holds the versions as a build finds them. */
    public String versionTable() {
        return entity + "_version";
    }

    private static Statement past(String path, String text) {
        return Statement.own(
                SqlFile.parse("history_past/" + path, text, PastHeader.class).sql());
    }
}
