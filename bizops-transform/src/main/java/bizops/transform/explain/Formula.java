package bizops.transform.explain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds in a column's comment the columns that it speaks of: {@code spend / new customers} names spend and
 * new_customers.
 */
final class Formula {
    /** Words of comments that stand for a column of another name. */
    private static final Map<String, String> OTHER_WORDS = Map.of(
            "lifetime in years", "average_retention_months",
            "lifetime", "average_retention_months",
            "median conversion time", "median_conversion_days");

    private Formula() {}

    /**
     * The columns among {@code columns} that the comment of {@code metric} names, in the order of the text; the longest
     * name wins where one holds another.
     */
    static List<String> inputs(String metric, String comment, Collection<String> columns) {
        String text = spoken(comment);
        List<Named> words = new ArrayList<>();
        columns.stream()
                .filter(column -> !column.equals(metric))
                .forEach(column -> words.add(new Named(spoken(column), column)));
        OTHER_WORDS.forEach((word, column) -> {
            if (columns.contains(column)) {
                words.add(new Named(word, column));
            }
        });
        words.sort(Comparator.comparing((Named word) -> -word.words().length()).thenComparing(Named::column));
        List<Found> found = new ArrayList<>();
        for (Named word : words) {
            Matcher place =
                    Pattern.compile("\\b" + Pattern.quote(word.words()) + "\\b").matcher(text);
            while (place.find()) {
                int from = place.start();
                int to = place.end();
                if (found.stream().noneMatch(one -> one.from() < to && from < one.to())) {
                    found.add(new Found(from, to, word.column()));
                }
            }
        }
        return found.stream()
                .sorted(Comparator.comparingInt(Found::from))
                .map(Found::column)
                .distinct()
                .toList();
    }

    private static String spoken(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', ' ').replace('-', ' ');
    }

    private record Named(String words, String column) {}

    private record Found(int from, int to, String column) {}
}
