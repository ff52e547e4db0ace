package bizops.sandbox.copies;

import java.time.Duration;
import java.time.Instant;
import java.util.AbstractList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;

/**
 * Many rows that take no memory: the row at an index is one of the patterns, in turn, under an id and stamps of its own,
 * computed when asked for. Ids and stamps rise with the index, from one second to the next at most. Immutable.
 */
public final class Copies extends AbstractList<Map<String, Object>> {
    private static final int MOST = 10_000_000;

    private final List<Map<String, Object>> patterns;
    private final int count;
    private final Instant first;
    private final long spanSeconds;
    private final String idField;
    private final IntFunction<Object> id;
    private final Set<String> stampFields;

    /**
     * @param patterns rows without nulls that never change; at least one
     * @param first the stamp of the row 0
     * @param span from there to behind the last stamp
     * @param id the id of the row at an index, held in {@code idField}
     * @param stampFields what the stamp stands in, where a pattern has the field
     */
    public Copies(
            List<Map<String, Object>> patterns,
            int count,
            Instant first,
            Duration span,
            String idField,
            IntFunction<Object> id,
            Set<String> stampFields) {
        if (count < 1 || count > MOST || patterns.isEmpty()) {
            throw new IllegalArgumentException(
                    count + " rows like " + patterns.size() + ": give 1 to " + MOST + ", and one to copy");
        }
        this.patterns = List.copyOf(patterns);
        this.count = count;
        this.first = first;
        this.spanSeconds = span.toSeconds();
        this.idField = idField;
        this.id = id;
        this.stampFields = Set.copyOf(stampFields);
    }

    @Override
    public int size() {
        return count;
    }

    /** Its values; a null value is absent. */
    @Override
    public Map<String, Object> get(int index) {
        return new Copy(this, index);
    }

    /** The rows whose stamps lie between two instants, both included. */
    public List<Map<String, Object>> stamped(Instant from, Instant to) {
        int start = before(from);
        return subList(start, Math.max(start, before(to.plusNanos(1))));
    }

    Map<String, Object> pattern(int index) {
        return patterns.get(index % patterns.size());
    }

    boolean isOwn(String field) {
        return field.equals(idField) || stampFields.contains(field);
    }

    Object own(String field, int index) {
        return field.equals(idField) ? id.apply(index) : stamp(index);
    }

    private Instant stamp(int index) {
        return first.plusSeconds(spanSeconds * index / count);
    }

    private int before(Instant instant) {
        int low = 0;
        int high = count;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (stamp(middle).isBefore(instant)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
