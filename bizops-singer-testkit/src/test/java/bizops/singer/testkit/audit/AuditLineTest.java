package bizops.singer.testkit.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class AuditLineTest {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final AuditLine line = AuditLine.of(List.of(json("""
                    {"stream": "deals", "rows": 2, "sums": {"amount": "1234567890123456.80"},
                     "newest": "2026-01-02T00:00:00.000Z", "before": "2026-01-03T00:00:00Z", "changed": ["c"]}""")), "deals", "id", "stamp");
    private final List<JsonNode> rows = new ArrayList<>(List.of(
            row("a", "1234567890123456.7", "2026-01-01T00:00:00Z"),
            row("b", "0.1", "2026-01-02T00:00:00Z"),
            row("c", "5", "2026-01-01T00:00:00Z"),
            row("d", "7", "2026-01-03T00:00:00Z")));

    private static JsonNode row(String id, String amount, String stamp) {
        return json("{\"id\": \"%s\", \"amount\": %s, \"stamp\": \"%s\"}".formatted(id, amount, stamp));
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException(broken);
        }
    }

    @Test
    void agreesWithTheRowsFromBeforeItsMomentThatHaveNotChangedSince() {
        assertThat(line.unchanged(rows))
                .extracting(row -> row.path("id").asText())
                .containsExactly("a", "b");
        assertThat(line.differences(rows)).isEmpty();
    }

    @Test
    void tellsRowsSumsAndStampsThatDiffer() {
        rows.set(0, row("a", "1234567890123456.6", "2026-01-01T00:00:00Z"));
        assertThat(line.differences(rows))
                .containsExactly("deals: amount is 1234567890123456.80, by the rows 1234567890123456.7");

        rows.clear();
        assertThat(line.differences(rows))
                .containsExactly(
                        "deals: rows is 2, by the rows 0",
                        "deals: amount is 1234567890123456.80, by the rows 0",
                        "deals: newest is 2026-01-02T00:00:00Z, by the rows none");
    }

    @Test
    void refusesAStreamOfWhichNothingIsSaid() {
        assertThatThrownBy(() -> AuditLine.of(List.of(line.json()), "leads", "id", "stamp"))
                .hasMessageStartingWith("no line of leads in ");
    }
}
