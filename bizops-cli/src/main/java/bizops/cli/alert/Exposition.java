package bizops.cli.alert;

import java.math.BigDecimal;
import java.util.Map;

/** Prometheus' text format, version 0.0.4; every metric is a gauge. Owned by one thread. */
final class Exposition {
    private final StringBuilder text = new StringBuilder();
    private String metric = "";

    /** The samples that follow are of this metric. */
    void gauge(String name, String help) {
        metric = name;
        text.append("# HELP ").append(name).append(' ').append(help).append('\n');
        text.append("# TYPE ").append(name).append(" gauge\n");
    }

    /** One value; labels in the order of the map. */
    void sample(Map<String, String> labels, BigDecimal value) {
        text.append(metric);
        char before = '{';
        for (Map.Entry<String, String> label : labels.entrySet()) {
            text.append(before).append(label.getKey()).append("=\"").append(escaped(label.getValue()));
            text.append('"');
            before = ',';
        }
        text.append(labels.isEmpty() ? " " : "} ").append(value.toPlainString()).append('\n');
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
