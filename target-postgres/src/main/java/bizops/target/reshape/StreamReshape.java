package bizops.target.reshape;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is done to one stream under one SCHEMA. Used by the thread that reads. */
public interface StreamReshape {
    /** The stream as it is loaded, its name included; empty if it is not loaded at all. */
    Optional<StreamSchema> schema();

    /**
     * A record of the stream as it is loaded; null if it is left out. The given one may be changed and returned.
     *
     * @param record as it came; its numbers have all the digits that came
     */
    @Nullable
    ObjectNode record(ObjectNode record);

    /** Whether {@link #record} does anything; if not, the records stay on the fast path. */
    default boolean changesRecords() {
        return true;
    }

    /** Values of the record given last that have no place in what is loaded; null stands for them there. */
    default List<RefusedValue> refused() {
        return List.of();
    }
}
