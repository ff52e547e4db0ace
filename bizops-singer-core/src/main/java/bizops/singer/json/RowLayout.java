package bizops.singer.json;

import com.fasterxml.jackson.core.io.SerializedString;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The names that many rows share, for sources that know them before the first row: such a row costs an array where another
 * costs a map, and its names are encoded once. Immutable.
 */
public final class RowLayout {
    private final List<String> names;
    private final Map<String, Integer> places = new HashMap<>();
    private final SerializedString[] encoded;

    private RowLayout(List<String> names) {
        this.names = List.copyOf(names);
        this.encoded = names.stream()
                .map(name -> new SerializedString(WellFormed.text(name)))
                .toArray(SerializedString[]::new);
        for (int i = 0; i < encoded.length; i++) {
            if (places.put(names.get(i), i) != null) {
                throw new IllegalArgumentException("two columns have the name \"" + names.get(i) + "\"");
            }
        }
    }

    /** A layout of rows with these names, in this order. */
    public static RowLayout of(List<String> names) {
        return new RowLayout(names);
    }

    /** That of a row that was made by one; null for other maps. */
    public static @Nullable RowLayout of(Map<?, ?> row) {
        return row instanceof LaidOutRow laidOut ? laidOut.layout() : null;
    }

    /** The names, in order. */
    public List<String> names() {
        return names;
    }

    /**
     * A row that cannot be changed.
     *
     * @param values one for each name, in order, of the types that a row may hold; belongs to the row from now on
     */
    public Map<String, @Nullable Object> row(@Nullable Object[] values) {
        if (values.length != encoded.length) {
            throw new IllegalArgumentException(
                    values.length + " values for " + encoded.length + " names: " + Arrays.toString(encoded));
        }
        return new LaidOutRow(this, values);
    }

    /** The place of a name, or -1. */
    int place(@Nullable Object name) {
        Integer place = places.get(name);
        return place == null ? -1 : place;
    }

    SerializedString encoded(int place) {
        return encoded[place];
    }
}
