package bizops.singer.rules;

import static bizops.singer.rules.Given.laid;
import static org.assertj.core.api.Assertions.assertThat;

import bizops.singer.json.Digits;
import bizops.singer.message.RecordMessage;
import bizops.singer.write.MessageWriter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** A rule gives the same in the tap, before the message is written, and in the target, after it is read. */
class TapAndTargetAgreeTest {
    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    private static final StreamRules HASH =
            laid(Given.rule("hash"), "{\"properties\": {\"value\": {\"type\": [\"null\", \"string\", \"number\"]}}}");

    @Property
    void onTheHashOfAnyValue(@ForAll("values") Object value) throws IOException {
        Map<String, @Nullable Object> row = new HashMap<>();
        row.put("value", value);

        Object inTap = HASH.record(row).get("value");
        JsonNode inTarget = HASH.record(read(row)).get("value");

        assertThat(inTarget.isNull() ? null : inTarget.textValue()).isEqualTo(inTap);
    }

    @Provide
    Arbitrary<Object> values() {
        return Arbitraries.oneOf(
                Arbitraries.strings().all().ofMaxLength(20).map(Object.class::cast),
                Arbitraries.strings()
                        .withChars('İ', 'ß', 'Σ', '\uD800', '\uDC00', ' ', '\u00A0', '\0')
                        .map(Object.class::cast),
                Arbitraries.doubles().map(Object.class::cast),
                Arbitraries.longs().map(Object.class::cast),
                Arbitraries.bigDecimals().ofScale(9).map(Object.class::cast),
                Arbitraries.bigDecimals().ofScale(2).map(number -> digits(number.toPlainString())),
                Arbitraries.integers().between(-400, 400).map(scale -> new BigDecimal("1.50").scaleByPowerOfTen(scale)),
                Arbitraries.longs().between(0, 4_000_000_000L).map(Instant::ofEpochSecond),
                Arbitraries.of(true, false));
    }

    private static Object digits(String text) {
        return Optional.<Object>ofNullable(Digits.of(text)).orElse(text);
    }

    /** The row as a message brings it. */
    private static ObjectNode read(Map<String, @Nullable Object> row) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (MessageWriter writer = new MessageWriter(out)) {
            writer.write(new RecordMessage("s", row, null, null));
        }
        return (ObjectNode) JSON.readTree(out.toByteArray()).get("record");
    }
}
