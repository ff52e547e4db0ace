package bizops.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Rows per stream of one run, added up from the metrics lines in a Singer program's log. */
record RowCounts(Map<String, Long> byStream) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String METRIC = "INFO METRIC: ";

    static RowCounts in(Path log) throws IOException {
        Map<String, Long> counts = new TreeMap<>();
        for (String line : LogLines.of(log)) {
            if (line.startsWith(METRIC)) {
                JsonNode metric = JSON.readTree(line.substring(METRIC.length()));
                if (metric.path("metric").asText().equals("record_count")) {
                    String stream = metric.path("tags").path("stream").asText();
                    counts.merge(stream, metric.path("value").asLong(), Long::sum);
                }
            }
        }
        return new RowCounts(counts);
    }

    long total() {
        return byStream.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Such as {@code 1,234 rows: Account 234, Lead 1,000}. */
    String text() {
        String parts = byStream.entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .map(entry -> String.format(Locale.ROOT, "%s %,d", entry.getKey(), entry.getValue()))
                .collect(Collectors.joining(", "));
        return String.format(Locale.ROOT, "%,d rows%s", total(), parts.isEmpty() ? "" : ": " + parts);
    }
}
