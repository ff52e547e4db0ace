package bizops.target.validate;

import bizops.singer.error.InputException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What happens to a value that no column or schema takes, by the setting {@code on_bad_value}; and the count of values
 * that were changed, told once at the end. Owned by the thread that reads.
 */
public final class BadValues {
    private static final Logger LOG = LoggerFactory.getLogger(BadValues.class);
    private static final int SHOWN = 80;

    private final Policy policy;
    private final Map<String, Long> counts = new TreeMap<>();
    /** What is wrong with the record being read, where that puts it aside. */
    private @Nullable Violation violation;

    private enum Policy {
        ERROR,
        NULL,
        REJECT
    }

    private BadValues(Policy policy) {
        this.policy = policy;
    }

    /** @param nullInstead whether a bad value is stored as null; else it ends the run */
    public BadValues(boolean nullInstead) {
        this(nullInstead ? Policy.NULL : Policy.ERROR);
    }

    /** A record with a bad value is put aside, which {@link #take} tells. */
    public static BadValues rejecting() {
        return new BadValues(Policy.REJECT);
    }

    /** Returns if the field is to be null instead or the record put aside, and throws if the run is to end. */
    public void bad(long line, String stream, String field, String reason) {
        if (policy == Policy.NULL) {
            count(stream, field, "bad values stored as null");
        } else {
            refuse(line, stream, field, reason, "; correct the tap, or set on_bad_value to null or reject");
        }
    }

    /** For a value that even a null cannot stand for: returns if the record is put aside, and throws if the run ends. */
    public void refuse(long line, String stream, String field, String reason, String remedy) {
        if (policy != Policy.REJECT) {
            String at = field.isEmpty() ? "" : ", field \"" + field + "\"";
            throw new InputException("line " + line + ", stream \"" + stream + "\"" + at + ": " + reason + remedy);
        }
        if (violation == null) {
            violation = new Violation(field, reason);
        }
    }

    /** Why the record read last is put aside, and forgets it; empty if it is not. */
    public Optional<Violation> take() {
        Optional<Violation> taken = Optional.ofNullable(violation);
        violation = null;
        return taken;
    }

    /** Notes that a value was changed on its way, such as by taking out a character. */
    public void count(String stream, String field, String what) {
        counts.merge("stream \"" + stream + "\", field \"" + field + "\": " + what, 1L, Long::sum);
    }

    /** Warns of a field that the schema does not have; the caller does so once a field. */
    public static void warnUnknown(String stream, String field) {
        LOG.warn("stream \"{}\": field {} is not in the schema and is dropped", stream, shown(field));
    }

    /** Says all counts, one warning each, and starts from nothing. */
    public void tell() {
        counts.forEach((what, count) -> LOG.warn("{}: {}", what, count));
        counts.clear();
    }

    /** The value as an error shows it: in quotes, and not longer than a person reads. */
    public static String shown(String value) {
        String line = value.replaceAll("[\\r\\n]", " ");
        return '"' + (line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "…") + '"';
    }
}
