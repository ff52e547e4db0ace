package bizops.singer.rules;

import static bizops.singer.rules.Given.changed;
import static org.assertj.core.api.Assertions.assertThat;

import bizops.singer.json.Digits;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RuleValuesTest {
    private static final String TEXT = "{\"type\": [\"null\", \"string\"]}";
    /** By {@code printf ada@example.com | openssl dgst -sha256 -hmac 0123456789abcdef}. */
    private static final String ADA = "512383176ce1b4c279ee430548cf07ec0b58efa588517b611c1f0da6d2b9e577";

    private static final String FORTY_TWO = "8d24a2a526d5f556469db8b6280e3a7b877a41155ca536be3a1f2a9d2be0eacd";

    @ParameterizedTest
    @ValueSource(strings = {"ada@example.com", " Ada@Example.COM\n", "\u2003ADA@EXAMPLE.COM"})
    void hashIsOneForAllWaysToWriteAnAddress(String text) {
        assertThat(changed("hash", TEXT, text)).isEqualTo(ADA);
    }

    static Stream<Object> fortyTwos() {
        return Stream.of(
                42,
                42L,
                BigInteger.valueOf(42),
                new BigDecimal("42.00"),
                new BigDecimal("4.2e1"),
                Digits.of("42.0"),
                42.0,
                "42");
    }

    @ParameterizedTest
    @MethodSource("fortyTwos")
    void hashOfANumberIsThatOfItsText(Object number) {
        assertThat(changed("hash", "{\"type\": [\"number\", \"string\"]}", number))
                .isEqualTo(FORTY_TWO);
    }

    @Test
    void hashTakesWhatNoUtf8CanHoldAsItIsWritten() {
        assertThat(changed("hash", TEXT, "a\uD800b"))
                .isEqualTo(changed("hash", TEXT, "a\uFFFDb"))
                .isNotEqualTo(changed("hash", TEXT, "a?b"));
    }

    @Test
    void hashOfAVeryLongTextIsAsShortAsAnother() {
        assertThat((String) changed("hash", TEXT, "x".repeat(10_000_000))).matches("[0-9a-f]{64}");
    }

    @Test
    void anObjectWhereATextShouldBeNeverPasses() {
        Map<String, Object> hostile = Map.of("email", List.of("ada@example.com"));

        assertThat((String) changed("hash", TEXT, hostile)).matches("[0-9a-f]{64}");
        assertThat(changed("mask", TEXT, hostile)).isEqualTo("***");
        assertThat(changed("domain_only", TEXT, "ada@x@example.com ")).isEqualTo("example.com");
        assertThat(changed("date_to_year", "{\"type\": \"string\", \"format\": \"date\"}", hostile))
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"hash", "null", "mask", "domain_only"})
    void nullStaysNull(String rule) {
        assertThat(changed(rule, TEXT, null)).isNull();
    }

    @Test
    void aBlankTextIsNobodysAndStaysEmptyUnderHash() {
        assertThat(changed("hash", TEXT, " \t")).isEqualTo("");
    }

    @Test
    void nullAndMaskSayNothingOfTheValue() {
        assertThat(changed("null", TEXT, "ada")).isNull();
        assertThat(changed("mask", TEXT, "ada")).isEqualTo("***");
        assertThat(changed("mask", TEXT, "")).isEqualTo("***");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {"ada@example.com,example.com", "\"a@b\"@Example.org,Example.org", "ada,-", "ada@,-", "@x,x"})
    void domainOnlyKeepsWhatStandsAfterTheLastAt(String address, @Nullable String domain) {
        assertThat(changed("domain_only", TEXT, address)).isEqualTo(domain);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "2024-07-31,2024-01-01T00:00:00Z",
                "2024-07-31T12:00:00Z,2024-01-01T00:00:00Z",
                "2024-07-31 12:00:00.123456+02,2024-01-01T00:00:00Z",
                "2024-01-01T00:30:00+02:00,2023-01-01T00:00:00Z",
                "0019-05-05T00:00:00Z,0019-01-01T00:00:00Z",
                "2024-07-31T12:00:00,2024-01-01T00:00:00Z",
                "31.07.1980,-",
                "19800731,-",
                "+12024-07-31T12:00:00Z,-"
            })
    void dateToYearKeepsAMomentsYearInUtc(String text, @Nullable String year) {
        assertThat(changed("date_to_year", "{\"type\": \"string\", \"format\": \"date-time\"}", text))
                .isEqualTo(year);
    }

    @Test
    void dateToYearKeepsTheFormOfEachFormat() {
        String date = "{\"type\": \"string\", \"format\": \"date\"}";
        String either = "{\"anyOf\": [{\"type\": \"string\", \"format\": \"date-time\"}, " + date + "]}";

        assertThat(changed("date_to_year", date, LocalDate.of(1980, 7, 31))).isEqualTo("1980-01-01");
        assertThat(changed("date_to_year", date, "1980-07-31T12:00:00Z")).isEqualTo("1980-01-01");
        assertThat(changed("date_to_year", either, "1980-07-31")).isEqualTo("1980-01-01");
        assertThat(changed("date_to_year", either, Instant.parse("1980-07-31T12:00:00Z")))
                .isEqualTo("1980-01-01T00:00:00Z");
    }
}
