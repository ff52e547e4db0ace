package bizops.cli.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Standard error of a program that runs: passed on with the program's name before each line, its counts added up, its last
 * error kept. Filled by a thread of its own, read when that has ended.
 */
public final class ErrorOutput {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern METRIC = Pattern.compile("METRIC: (\\{.*\\})\\s*$");
    private static final Pattern CRITICAL = Pattern.compile("\\bCRITICAL\\b[ :|]*(.*)");
    private static final Pattern NO_ERROR = Pattern.compile("\\b(DEBUG|INFO|WARN|WARNING|METRIC)\\b");
    /** How programs of all kinds say that nobody reads them. */
    private static final Pattern LOST_READER =
            Pattern.compile("(?i)consumer closed the output|broken ?pipe|\\bEPIPE\\b");

    private static final int LONGEST = 2000;

    private final String name;
    private final Consumer<String> to;
    private final Map<String, Map<String, Long>> counts = new TreeMap<>();
    private Optional<String> critical = Optional.empty();
    private String last = "";
    private boolean lostItsReader;

    public ErrorOutput(String name, Consumer<String> to) {
        this.name = name;
        this.to = to;
    }

    /** Passes on everything until the program has closed it. */
    public void passOn(BufferedReader lines) throws IOException {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            to.accept(name + " | " + line);
            take(line);
        }
    }

    /** The reason of a failure: the last CRITICAL line, else the last that is no mere log line; empty without one. */
    public synchronized Optional<String> reason() {
        return critical.or(() -> Optional.of(last)).filter(line -> !line.isEmpty());
    }

    /** Whether the program said that nobody read it any more. */
    public synchronized boolean lostItsReader() {
        return lostItsReader;
    }

    /** The sums of a counter such as {@code record_count}, by stream. */
    public synchronized Map<String, Long> counts(String metric) {
        return Map.copyOf(counts.getOrDefault(metric, Map.of()));
    }

    private synchronized void take(String line) {
        if (line.isBlank()) {
            return;
        }
        if (!NO_ERROR.matcher(line).find()) {
            last = cut(line);
        }
        lostItsReader |= LOST_READER.matcher(line).find();
        Matcher error = CRITICAL.matcher(line);
        if (error.find()) {
            critical = Optional.of(cut(error.group(1)));
        }
        Matcher metric = METRIC.matcher(line);
        if (metric.find()) {
            count(metric.group(1));
        }
    }

    private void count(String json) {
        try {
            JsonNode metric = JSON.readTree(json);
            String stream = metric.path("tags").path("stream").asText();
            if (metric.path("type").asText().equals("counter") && !stream.isEmpty()) {
                counts.computeIfAbsent(metric.path("metric").asText(), none -> new TreeMap<>())
                        .merge(stream, metric.path("value").asLong(), Long::sum);
            }
        } catch (JsonProcessingException noMetric) {
            // Another program's line that looks like one.
        }
    }

    private static String cut(String line) {
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST);
    }
}
