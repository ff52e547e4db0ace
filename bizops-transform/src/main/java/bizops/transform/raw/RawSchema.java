package bizops.transform.raw;

import bizops.singer.error.ConfigException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What exists in one raw schema, found by the vendor's names ignoring case. Immutable.
 *
 * @param exact exact raw names by {@code Object} or {@code Object.Field}, for names that differ by case only
 */
public record RawSchema(String name, List<RawTable> tables, Map<String, String> exact) {

    public boolean isEmpty() {
        return tables.isEmpty();
    }

    /** The table of a vendor's object. */
    public Optional<RawTable> table(String object) {
        return only(object, object, "raw schema " + name, tables, RawTable::name);
    }

    /** The column of a vendor's field, which may have a dot in its name ({@code Account.Id}). */
    public Optional<RawColumn> column(RawTable table, String object, String field) {
        return only(object + "." + field, field, name + "." + table.name(), table.columns(), RawColumn::name);
    }

    private <T> Optional<T> only(
            String path, String wanted, String where, List<T> all, java.util.function.Function<T, String> nameOf) {
        String chosen = exact.get(path);
        if (chosen != null) {
            return all.stream().filter(one -> nameOf.apply(one).equals(chosen)).findFirst();
        }
        List<T> found = all.stream()
                .filter(one -> nameOf.apply(one).toLowerCase(Locale.ROOT).equals(wanted.toLowerCase(Locale.ROOT)))
                .toList();
        if (found.size() > 1) {
            List<String> names = found.stream()
                    .map(nameOf)
                    .sorted()
                    .map(one -> "\"" + one + "\"")
                    .toList();
            throw new ConfigException(where + " holds " + String.join(" and ", names)
                    + ", which differ by case only: drop the stale one, or set raw_names {\"" + path + "\": ...}");
        }
        return found.stream().findFirst();
    }
}
