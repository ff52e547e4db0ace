package bizops.transform.explain;

import java.util.List;

/**
 * A number explained. Immutable.
 *
 * @param of whose number it is, such as {@code campaign 701...}
 * @param metric the number itself, first
 * @param inputs what it is made of, each with its own comment
 * @param rows the rows behind, a part for each metric that is a sum over rows
 */
public record Explanation(String of, String model, Value metric, List<Value> inputs, List<Rows> rows) {

    /** A metric with what its column's comment says; the text is empty where it is not known. */
    public record Value(String name, String comment, String text) {}

    /**
     * Rows behind a metric.
     *
     * @param relation where they stand
     * @param sum of {@code summed} over all of them; empty where the metric is no sum
     * @param count how many there are, of which {@code rows} are the first
     */
    public record Rows(
            String metric,
            String relation,
            String summed,
            String sum,
            long count,
            List<String> columns,
            List<List<String>> rows) {}
}
