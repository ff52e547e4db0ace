package bizops.singer.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":[1,-9223372036854775809,1.50,12345678901234567890.123456789,true,null,\"\\u0000\\\"\"],\"b\":{}}",
                "[]",
                "\"text\"",
                "0"
            })
    void writesWhatItRead(String json) throws IOException {
        assertThat(Json.write(Json.parse(json))).isEqualTo(json);
    }

    @Property
    void keepsEveryDigitOfADecimal(@ForAll @BigRange(min = "-1e30", max = "1e30") @Scale(12) BigDecimal value)
            throws IOException {
        assertThat(Json.parse(Json.write(List.of(value)))).isEqualTo(List.of(Json.parse(value.toPlainString())));
        assertThat(new BigDecimal(Json.write(value))).isEqualTo(value);
    }

    @Property
    void readsBackEveryTextThatUtf8CanHold(@ForAll String text) throws IOException {
        String storable = new String(text.getBytes(StandardCharsets.UTF_16BE), StandardCharsets.UTF_16BE);
        byte[] bytes = Json.write(text).getBytes(StandardCharsets.UTF_8);

        assertThat(Json.parse(bytes)).isEqualTo(storable);
    }

    @Test
    void writesNumbersPlain() {
        List<Object> numbers = List.of(
                new BigDecimal("1E+3"), new BigDecimal("1E-7"), 1e10, 0.1f, new BigInteger("12345678901234567890"));

        assertThat(Json.write(numbers)).isEqualTo("[1000,0.0000001,10000000000,0.1,12345678901234567890]");
    }

    @Test
    void keepsAnExponentThatWouldBeMegabytesOfZeros() {
        assertThat(Json.write(new BigDecimal("1E+999999999"))).isEqualTo("1E+999999999");
    }

    @Test
    void neverWritesNumbersThatJsonDoesNotHave() {
        assertThat(Json.write(Arrays.asList(Double.NaN, Double.NEGATIVE_INFINITY, Float.NaN)))
                .isEqualTo("[null,null,null]");
    }

    @Test
    void writesPointsInTimeInUtc() {
        List<Object> moments = List.of(
                Instant.parse("2024-05-01T10:00:00.120Z"),
                LocalDate.of(2024, 2, 29),
                OffsetDateTime.parse("2024-05-01T12:00:00+02:00"));

        assertThat(Json.write(moments))
                .isEqualTo("[\"2024-05-01T10:00:00.120Z\",\"2024-02-29\",\"2024-05-01T10:00:00Z\"]");
    }

    @Test
    void refusesATimeWithoutAZone() {
        assertThatThrownBy(() -> Json.write(Map.of("a", LocalDateTime.of(2024, 1, 1, 0, 0))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("java.time.LocalDateTime cannot be sent");
    }

    @Test
    void replacesLoneSurrogatesInKeysAndValues() {
        assertThat(Json.write(Map.of("k\ud800", "\udc00a\ud83d\ude00\ud83d")))
                .isEqualTo("{\"k\ufffd\":\"\ufffda\ud83d\ude00\ufffd\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "{\"a\":", "[1", "{}{}", "[1] 2", "NaN", "{'a':1}"})
    void refusesWhatIsNoSingleJsonValue(String text) {
        assertThatThrownBy(() -> Json.parse(text)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> Json.parse(text.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(IOException.class);
    }

    @Test
    void printsPrettyTheSameOnEverySystem() {
        assertThat(Json.writePretty(Map.of("a", List.of(1, Map.of()))))
                .isEqualTo("{\n  \"a\": [\n    1,\n    { }\n  ]\n}");
    }
}
