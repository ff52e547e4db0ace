package bizops.target.reshape;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One after the other; at least one. */
final class StreamReshapes implements StreamReshape {
    private final List<StreamReshape> steps;
    private final List<RefusedValue> refused = new ArrayList<>();

    StreamReshapes(List<StreamReshape> steps) {
        this.steps = List.copyOf(steps);
    }

    @Override
    public Optional<StreamSchema> schema() {
        return steps.get(steps.size() - 1).schema();
    }

    @Override
    public @Nullable ObjectNode record(ObjectNode given) {
        refused.clear();
        ObjectNode record = given;
        for (StreamReshape step : steps) {
            ObjectNode next = step.record(record);
            if (next == null) {
                return null;
            }
            refused.addAll(step.refused());
            record = next;
        }
        return record;
    }

    @Override
    public boolean changesRecords() {
        return steps.stream().anyMatch(StreamReshape::changesRecords);
    }

    @Override
    public List<RefusedValue> refused() {
        return List.copyOf(refused);
    }
}
