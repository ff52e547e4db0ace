package bizops.singer.testkit.tap;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** States mean what their taps say; only what is known is compared. */
final class BookmarksTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final CatalogStream LEAD = new CatalogStream(
            (ObjectNode) json("{\"tap_stream_id\": \"crm-lead\", \"stream\": \"lead\", \"schema\": {}}"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"bookmarks\": {\"crm-lead\": {\"at\": \"2024-05-01\", \"version\": 7, \"offset\": {\"page\": 3}}}}",
                "{\"bookmarks\": {\"crm-lead\": {\"replication_key\": \"at\", \"replication_key_value\": \"2024-05-01\"}}}",
                "{\"bookmarks\": {\"lead\": {\"at\": \"2024-05-01\"}}, \"currently_syncing\": \"crm-lead\"}",
                "{\"bookmarks\": {\"crm-lead\": \"2024-05-01\"}}",
                "{\"lead\": \"2024-05-01\"}"
            })
    void findsTheValueInEachShapeThatTapsWrite(String state) {
        assertThat(Bookmarks.of(json(state), LEAD, Optional.of("at")).map(JsonNode::asText))
                .contains("2024-05-01");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"bookmarks\": {\"crm-lead\": {\"partitions\": [{\"context\": {}, \"replication_key_value\": 1}]}}}",
                "{\"bookmarks\": {\"crm-lead\": {\"cursor\": \"b64==\", \"version\": 7}}}",
                "{\"bookmarks\": {\"other\": {\"at\": \"2024-05-01\"}}}",
                "[1, 2]",
                "\"opaque\""
            })
    void saysNothingOfAStateThatItDoesNotKnow(String state) {
        assertThat(Bookmarks.of(json(state), LEAD, Optional.of("at"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "9                      | 10                           | -1",
                "9007199254740993       | 9007199254740992             | 1",
                "1.0                    | 1                            | 0",
                "\"2024-05-01T00:00:00Z\" | \"2024-05-01T01:00:00+02:00\" | 1",
                "\"2024-05-01\"           | \"2024-05-01T00:00:00.000Z\"  | 0",
                "\"2024-05-01T10:00:00Z\" | \"2024-05-01T10:00:00.000001Z\" | -1"
            })
    void comparesNumbersByValueAndDateTimesByMoment(String one, String other, int sign) {
        assertThat(Bookmarks.compare(json(one), json(other)).map(Integer::signum))
                .contains(sign);
    }

    @Test
    void comparesNothingWhoseOrderIsNotKnown() {
        assertThat(Bookmarks.compare(json("\"b\""), json("\"a\""))).isEmpty();
        assertThat(Bookmarks.compare(json("1"), json("\"2024-05-01\""))).isEmpty();
        assertThat(Bookmarks.compare(json("\"2024-05-01T10:00:00\""), json("\"2024-05-01T10:00:00Z\"")))
                .isEmpty();
    }

    private static JsonNode json(String text) {
        try {
            return JSON.reader()
                    .with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .readTree(text);
        } catch (JsonProcessingException wrong) {
            throw new IllegalArgumentException(text, wrong);
        }
    }
}
