package bizops.sandbox.salesforce.data;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Rows of one object that are computed from their index, from 0, whenever somebody looks, so that millions of them take
 * no memory. Their ids and stamps rise with the index, their ids stand behind those of all stored rows, and no two have
 * the same stamp. They never change. Immutable.
 */
public final class Series {
    /** With more, two rows would have the same stamp to the second. */
    public static final int MOST = 10_000_000;

    /** Those whose rows stand by themselves, and on which no other object's computed field looks. */
    private static final List<String> OBJECTS = List.of("Lead", "Account", "Contact", "Opportunity", "Task");

    /** Behind every instance that an org can have, in the order of ids. */
    private static final String INSTANCE = "zz";

    private final SObject type;
    private final int count;
    private final Instant first;
    private final long spanSeconds;
    private final Map<String, InventedValue> fields = new LinkedHashMap<>();

    /**
     * @param first the stamp of the row 0
     * @param span from the first stamp to behind the last one
     * @param targets ids of rows that a reference may lead to, by the object's name
     */
    Series(SObject type, int count, Instant first, Duration span, Map<String, List<String>> targets) {
        if (count < 1 || count > MOST) {
            throw new IllegalArgumentException(count + " rows of " + type.name() + ": give 1 to " + MOST);
        }
        if (!OBJECTS.contains(type.name())) {
            throw new IllegalArgumentException("rows of " + type.name()
                    + " hang on those of other objects, so none can be added; take "
                    + String.join(", ", OBJECTS));
        }
        this.type = type;
        this.count = count;
        this.first = first;
        this.spanSeconds = span.toSeconds();
        type.fields().values().forEach(field -> fields.put(field.name(), InventedValue.of(this, field, targets)));
    }

    public SObject type() {
        return type;
    }

    public int count() {
        return count;
    }

    public String id(int index) {
        return RecordId.of(type.keyPrefix(), INSTANCE, index + 1L);
    }

    /** The index of the row with this 15 or 18 character id, or -1. */
    public int indexOf(String id) {
        String start = type.keyPrefix() + INSTANCE + "0";
        if (!id.startsWith(start)) {
            return -1;
        }
        long serial = RecordId.serial(id);
        return serial >= 1 && serial <= count ? (int) (serial - 1) : -1;
    }

    /** When the row was made and last changed, to the second. */
    public Instant stamp(int index) {
        return first.plusSeconds(spanSeconds * index / count);
    }

    /** How many rows have a stamp before this instant. */
    public int before(Instant instant) {
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

    /** The values of a row, each computed when asked for; a null value is absent. */
    public Map<String, Object> values(int index) {
        return new InventedRow(fields, index);
    }

    /** The values of the row with this id, or null. */
    @Nullable
    Map<String, Object> find(String id) {
        int index = indexOf(id);
        return index < 0 ? null : values(index);
    }
}
