package bizops.singer.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes metrics lines that match {@code ^INFO METRIC: (.*)$}, as singer-python's {@code metrics.parse} reads them.
 * Thread-safe.
 */
public final class Metrics {
    private static final Logger LOG = LoggerFactory.getLogger(Metrics.class);
    private static final JsonFactory JSON = new JsonFactory();

    private Metrics() {}

    /** A counter: {@code increment} is what came since the counter's last line. */
    public static void counter(String metric, long increment, Map<String, String> tags) {
        write("counter", metric, BigDecimal.valueOf(increment), tags);
    }

    /** A timer, in seconds. */
    public static void timer(String metric, Duration took, Map<String, String> tags) {
        BigDecimal seconds = BigDecimal.valueOf(took.toNanos(), 9).setScale(6, RoundingMode.HALF_UP);
        write("timer", metric, seconds, tags);
    }

    private static void write(String type, String metric, BigDecimal value, Map<String, String> tags) {
        if (!LOG.isInfoEnabled()) {
            return;
        }
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("type", type);
            json.writeStringField("metric", metric);
            json.writeFieldName("value");
            json.writeNumber(value.toPlainString());
            json.writeObjectFieldStart("tags");
            for (Map.Entry<String, String> tag : tags.entrySet()) {
                json.writeStringField(tag.getKey(), tag.getValue());
            }
            json.writeEndObject();
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        LOG.info("METRIC: {}", text);
    }
}
