package bizops.singer.json;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A row whose names stand in its layout. Immutable. */
final class LaidOutRow extends AbstractMap<String, @Nullable Object> {
    private final RowLayout layout;
    private final @Nullable Object[] values;

    LaidOutRow(RowLayout layout, @Nullable Object[] values) {
        this.layout = layout;
        this.values = values;
    }

    RowLayout layout() {
        return layout;
    }

    @Nullable
    Object value(int place) {
        return values[place];
    }

    @Override
    public int size() {
        return values.length;
    }

    @Override
    public boolean containsKey(@Nullable Object name) {
        return layout.place(name) >= 0;
    }

    @Override
    public @Nullable Object get(@Nullable Object name) {
        int place = layout.place(name);
        return place < 0 ? null : values[place];
    }

    @Override
    public Set<Map.Entry<String, @Nullable Object>> entrySet() {
        return new Entries();
    }

    private final class Entries extends AbstractSet<Map.Entry<String, @Nullable Object>> {
        @Override
        public int size() {
            return values.length;
        }

        @Override
        public Iterator<Map.Entry<String, @Nullable Object>> iterator() {
            return new Iterator<>() {
                private int next;

                @Override
                public boolean hasNext() {
                    return next < values.length;
                }

                @Override
                public Map.Entry<String, @Nullable Object> next() {
                    if (!hasNext()) {
                        throw new NoSuchElementException();
                    }
                    int place = next++;
                    return new SimpleImmutableEntry<>(layout.names().get(place), values[place]);
                }
            };
        }
    }
}
