package bizops.cli.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ExpositionTest {
    private final Exposition metrics = new Exposition();

    @Test
    void aMetricIsSaidOnceBeforeItsSamples() {
        metrics.gauge("rows", "Rows of a stream");
        metrics.sample(Map.of("stream", "Lead"), new BigDecimal("12345678901234567890.5"));
        metrics.sample(Map.of(), new BigDecimal("1E+3"));

        assertThat(metrics).hasToString("""
                # HELP rows Rows of a stream
                # TYPE rows gauge
                rows{stream="Lead"} 12345678901234567890.5
                rows 1000
                """);
    }

    @Test
    void aLabelMayHoldAnything() {
        metrics.gauge("rows", "Rows");
        metrics.sample(Map.of("stream", "a\"b\\c\nd"), BigDecimal.ONE);

        assertThat(metrics.toString()).endsWith("rows{stream=\"a\\\"b\\\\c\\nd\"} 1\n");
    }
}
