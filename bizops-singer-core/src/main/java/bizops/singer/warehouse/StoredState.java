package bizops.singer.warehouse;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;

/**
 * One value of a pipeline's state. Immutable.
 *
 * @param value byte for byte as the tap sent it
 * @param revision rises by one with each other value
 * @param runId the run that wrote it
 * @param writtenBy the program that wrote it
 * @param at when it was written, or last confirmed
 */
public record StoredState(String value, long revision, String runId, String writtenBy, Instant at) {
    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    /** Whether both are the same JSON: spaces, the order of members and the way a number is written do not count. */
    public static boolean same(String one, String other) {
        if (one.equals(other)) {
            return true;
        }
        try {
            return JSON.readTree(one).equals(StoredState::compare, JSON.readTree(other));
        } catch (JsonProcessingException noJson) {
            return false;
        }
    }

    private static int compare(JsonNode one, JsonNode other) {
        if (one.isNumber() && other.isNumber()) {
            return one.decimalValue().compareTo(other.decimalValue());
        }
        return one.equals(other) ? 0 : 1;
    }
}
