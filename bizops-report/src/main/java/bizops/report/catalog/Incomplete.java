package bizops.report.catalog;

import bizops.report.yaml.Word;
import bizops.report.yaml.YamlObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads which sums count what is missing in others: {@code incomplete: {spend: spend_unknown}}. */
final class Incomplete {
    private static final String UNKNOWN = "?";

    private Incomplete() {}

    /**
     * The counting sum by the one that it counts for; what is wrong is noted.
     *
     * @param sums as written, with the mark of those that may be unknown
     */
    static Map<String, String> read(YamlObject header, List<String> sums) {
        List<String> unknown = sums.stream()
                .filter(sum -> sum.endsWith(UNKNOWN))
                .map(sum -> sum.substring(0, sum.length() - 1))
                .toList();
        List<String> known = sums.stream().filter(sum -> !sum.endsWith(UNKNOWN)).toList();
        Map<String, String> lacking = new LinkedHashMap<>();
        header.texts("incomplete").forEach((sum, count) -> {
            check(header, "sum that may be unknown", sum, unknown);
            check(header, "sum that is always known", count, known);
            lacking.put(sum.text(), count.text());
        });
        return lacking;
    }

    private static void check(YamlObject header, String kind, Word name, List<String> of) {
        if (!of.contains(name.text())) {
            header.unknown(kind, name, of);
        }
    }
}
