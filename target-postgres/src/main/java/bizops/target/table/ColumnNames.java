package bizops.target.table;

import bizops.target.table.ExistingTable.ExistingColumn;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Names the columns of a stream. A column that a comment ties to a property stays that property's; of properties that
 * would share a name one keeps it and the others end in a hash, the same in every run whatever their order. Made for
 * one table.
 */
final class ColumnNames {
    private static final String TYPE_SEPARATOR = "__";

    private final NameCase nameCase;
    private final Map<String, ExistingColumn> existing;
    /** Of the target itself, of a property, or of values that a later column has replaced. */
    private final Set<String> taken = new HashSet<>(Metadata.names());

    ColumnNames(NameCase nameCase, Map<String, ExistingColumn> existing) {
        this.nameCase = nameCase;
        this.existing = existing;
    }

    /** The column of each property. */
    Map<String, String> assign(List<String> properties) {
        Map<String, String> names = new LinkedHashMap<>(tied(properties));
        taken.addAll(names.values());
        List<String> rest = properties.stream()
                .filter(property -> !names.containsKey(property))
                .sorted(Comparator.comparing(
                                (String property) -> !nameCase.column(property).equals(property))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
        for (String property : rest) {
            String plain = nameCase.column(property);
            if (existing.containsKey(plain) && take(plain, property)) {
                names.put(property, plain);
            } else if (existing.containsKey(property) && take(property, property)) {
                // Another program wrote the table and kept the case of its names.
                names.put(property, property);
            }
        }
        rest.stream()
                .filter(property -> !names.containsKey(property))
                .forEach(property -> names.put(property, free(nameCase.column(property), property)));
        return names;
    }

    /** A name for the column that takes the new values of a property whose column cannot be changed to the type. */
    String replacement(String column, String property, ColumnType type) {
        String first = column;
        for (String older = replaced(first); older != null; older = replaced(first)) {
            first = older;
        }
        String ending = TYPE_SEPARATOR + type.shortName();
        return free(Identifier.legal(first + ending, property + ending), property + ending);
    }

    /** The newest of the columns that comments tie to each property. */
    private Map<String, String> tied(List<String> properties) {
        Set<String> old = new HashSet<>();
        existing.forEach((column, found) -> {
            String replaces = replaced(column);
            if (replaces != null) {
                old.add(replaces);
            }
        });
        taken.addAll(old);
        Set<String> wanted = new HashSet<>(properties);
        Map<String, String> tied = new LinkedHashMap<>();
        existing.forEach((column, found) -> {
            String property = found.note().property();
            if (property != null && wanted.contains(property) && !old.contains(column) && !Metadata.owns(column)) {
                tied.put(property, column);
            }
        });
        return tied;
    }

    private @Nullable String replaced(String column) {
        ExistingColumn found = existing.get(column);
        String older = found == null ? null : found.note().replaces();
        return older == null || older.equals(column) || !existing.containsKey(older) ? null : older;
    }

    /** Takes the name unless it is taken or a comment ties it to another property. */
    private boolean take(String name, String property) {
        ExistingColumn found = existing.get(name);
        String owner = found == null ? null : found.note().property();
        return (owner == null || owner.equals(property)) && taken.add(name);
    }

    private String free(String wanted, String original) {
        if (take(wanted, original)) {
            return wanted;
        }
        String hashed = original;
        String distinct = Identifier.distinct(wanted, hashed);
        while (!take(distinct, original)) {
            hashed += "\0";
            distinct = Identifier.distinct(wanted, hashed);
        }
        return distinct;
    }
}
