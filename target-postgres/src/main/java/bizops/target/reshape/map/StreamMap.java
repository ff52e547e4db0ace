package bizops.target.reshape.map;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the setting says of one stream, or of all whose names fit. Immutable.
 *
 * @param streams which ones
 * @param change null to leave them out
 */
record StreamMap(Glob streams, @Nullable Change change) {
    /**
     * What is done to a stream.
     *
     * @param alias its new name
     * @param keys its new keys; empty to keep those it has
     * @param onlyNamed whether properties that are neither keys nor named here are left out
     * @param properties in the setting's order, each with what it is made of; empty to leave it out
     */
    record Change(
            Optional<String> alias,
            Optional<List<String>> keys,
            boolean onlyNamed,
            Map<String, Optional<Expression>> properties) {}
}
