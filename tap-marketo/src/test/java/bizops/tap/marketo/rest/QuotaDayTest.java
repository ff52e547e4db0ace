package bizops.tap.marketo.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuotaDayTest {
    @ParameterizedTest
    @CsvSource({
        "2026-01-15T12:00:00Z, 2026-01-15T06:00:00Z, 2026-01-16T06:00:00Z",
        "2026-07-15T04:59:59Z, 2026-07-14T05:00:00Z, 2026-07-15T05:00:00Z",
        "2026-03-08T12:00:00Z, 2026-03-08T06:00:00Z, 2026-03-09T05:00:00Z", // 23 hours
        "2026-11-01T12:00:00Z, 2026-11-01T05:00:00Z, 2026-11-02T06:00:00Z", // 25 hours
    })
    void reachesFromMidnightToMidnightInChicago(Instant now, Instant start, Instant reset) {
        assertThat(QuotaDay.start(now)).isEqualTo(start);
        assertThat(QuotaDay.reset(now)).isEqualTo(reset);
    }
}
