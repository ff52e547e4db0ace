package bizops.target.reshape.map;

import bizops.target.reshape.StreamReshape;
import bizops.target.reshape.StreamSchema;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A stream that is not loaded. */
enum LeftOut implements StreamReshape {
    STREAM;

    @Override
    public Optional<StreamSchema> schema() {
        return Optional.empty();
    }

    @Override
    public @Nullable ObjectNode record(ObjectNode record) {
        return null;
    }
}
