package bizops.target.table;

import bizops.target.table.ExistingTable.ExistingColumn;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Names the columns of a stream. A column that a comment ties to a property stays that property's; of properties that
 * would share a name one keeps it and the others end in a hash, the same in every run whatever their order.
 */
final class ColumnNames {
    private final NameCase nameCase;
    private final Map<String, ExistingColumn> existing;
    private final Set<String> taken = new HashSet<>(Metadata.names());

    ColumnNames(NameCase nameCase, Map<String, ExistingColumn> existing) {
        this.nameCase = nameCase;
        this.existing = existing;
    }

    /** The column of each property. */
    Map<String, String> assign(List<String> properties) {
        Map<String, String> names = new LinkedHashMap<>();
        Set<String> wanted = new HashSet<>(properties);
        existing.forEach((column, found) -> {
            if (found.property() != null && wanted.contains(found.property()) && !Metadata.owns(column)) {
                if (names.putIfAbsent(found.property(), column) == null) {
                    taken.add(column);
                }
            }
        });
        properties.stream()
                .filter(property -> !names.containsKey(property))
                .sorted(Comparator.comparing(
                                (String property) -> !nameCase.column(property).equals(property))
                        .thenComparing(Comparator.naturalOrder()))
                .forEach(property -> names.put(property, free(property)));
        return names;
    }

    private String free(String property) {
        String plain = nameCase.column(property);
        ExistingColumn found = existing.get(plain);
        boolean others =
                found != null && found.property() != null && !found.property().equals(property);
        if (!others && taken.add(plain)) {
            return plain;
        }
        String distinct = Identifier.distinct(plain, property);
        taken.add(distinct);
        return distinct;
    }
}
