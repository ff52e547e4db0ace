package bizops.tap.salesforce.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StampsTest {
    private static final DateTimeFormatter REST = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'+0000'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    @Property
    void readsBackWhatJavaWrote(
            @ForAll @LongRange(min = -62_167_219_200_000L, max = 253_402_300_799_999L) long millis) {
        Instant instant = Instant.ofEpochMilli(millis);

        assertThat(Stamps.parse(REST.format(instant))).isEqualTo(instant);
    }

    @ParameterizedTest
    @CsvSource({
        "2024-09-24T03:26:07.000+0000, 2024-09-24T03:26:07Z",
        "2024-09-24T03:26:07.000Z,     2024-09-24T03:26:07Z",
        "2024-09-24T03:26:07.000+0200, 2024-09-24T01:26:07Z",
        "2024-09-24T03:26:07.5+00:00,  2024-09-24T03:26:07.500Z",
        "0019-05-01T00:00:00.001+0000, 0019-05-01T00:00:00.001Z",
        "2024-12-31T24:00:00.000+0000, 2025-01-01T00:00:00Z"
    })
    void readsEverySpelling(String text, Instant instant) {
        assertThat(Stamps.parse(text)).isEqualTo(instant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2024-13-01T00:00:00.000+0000",
                "2024-09-24T25:00:00.000+0000",
                "2024-09-24T03:26:07,000+0000",
                "2024-09-24T03:26:0x.000+0000",
                "2024-09-24T03:26:07.000"
            })
    void refusesWhatIsNoDateTime(String text) {
        assertThatExceptionOfType(DateTimeException.class).isThrownBy(() -> Stamps.parse(text));
    }
}
