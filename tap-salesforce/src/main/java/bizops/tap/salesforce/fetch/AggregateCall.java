package bizops.tap.salesforce.fetch;

import bizops.tap.salesforce.convert.Stamps;
import bizops.tap.salesforce.query.TotalsQuery;
import bizops.tap.salesforce.rest.Rest;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Asks for the answer of a {@link TotalsQuery}, by {@code queryAll} as rows are read. Owned by one thread. */
public final class AggregateCall {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final Rest rest;

    public AggregateCall(Rest rest) {
        this.rest = rest;
    }

    /**
     * What was answered. Immutable.
     *
     * @param sums by field; 0 over rows without a value
     * @param newest the greatest stamp; empty over no rows, or where none was asked for
     */
    public record Answer(long rows, Map<String, BigDecimal> sums, Optional<Instant> newest) {}

    public Answer ask(TotalsQuery query) {
        String path = rest.versioned("queryAll?q=") + URLEncoder.encode(query.text(), StandardCharsets.UTF_8);
        return rest.get(path, body -> read(JSON.readTree(body), query));
    }

    private static Answer read(JsonNode reply, TotalsQuery query) throws IOException {
        JsonNode record = reply.path("records").path(0);
        if (!record.path("expr0").canConvertToLong()) {
            throw new IOException("the reply has no aggregate result");
        }
        boolean dated = query.key().isPresent();
        Map<String, BigDecimal> sums = new LinkedHashMap<>();
        for (int i = 0; i < query.sums().size(); i++) {
            JsonNode sum = record.path("expr" + (i + (dated ? 2 : 1)));
            if (!sum.isNumber() && !sum.isNull()) {
                throw new IOException("the reply has no sum of " + query.sums().get(i));
            }
            sums.put(query.sums().get(i), sum.isNull() ? BigDecimal.ZERO : sum.decimalValue());
        }
        return new Answer(record.path("expr0").asLong(), sums, dated ? stamp(record.path("expr1")) : Optional.empty());
    }

    private static Optional<Instant> stamp(JsonNode value) throws IOException {
        try {
            return value.isTextual() ? Optional.of(Stamps.parse(value.asText())) : Optional.empty();
        } catch (DateTimeException wrong) {
            throw new IOException("the greatest stamp is no date-time", wrong);
        }
    }
}
