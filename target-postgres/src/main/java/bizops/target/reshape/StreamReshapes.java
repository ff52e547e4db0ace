package bizops.target.reshape;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One after the other; at least one. */
record StreamReshapes(List<StreamReshape> steps) implements StreamReshape {
    @Override
    public Optional<StreamSchema> schema() {
        return steps.get(steps.size() - 1).schema();
    }

    @Override
    public @Nullable ObjectNode record(ObjectNode given) {
        ObjectNode record = given;
        for (StreamReshape step : steps) {
            ObjectNode next = step.record(record);
            if (next == null) {
                return null;
            }
            record = next;
        }
        return record;
    }
}
