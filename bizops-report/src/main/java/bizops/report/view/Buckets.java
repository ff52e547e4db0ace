package bizops.report.view;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * Whole numbers grouped by upper bounds. Immutable.
 *
 * @param bounds each the last number of its bucket, ascending; the bucket above the last has no bound
 */
record Buckets(List<Integer> bounds) {
    /** The bucket of a number. */
    String of(String number) {
        BigDecimal value = new BigDecimal(number);
        for (int i = 0; i < bounds.size(); i++) {
            if (value.compareTo(BigDecimal.valueOf(bounds.get(i))) <= 0) {
                return name(i);
            }
        }
        return name(bounds.size());
    }

    /** All buckets in order. */
    List<String> names() {
        List<String> names = new ArrayList<>();
        for (int i = 0; i <= bounds.size(); i++) {
            names.add(name(i));
        }
        return names;
    }

    private String name(int i) {
        if (i == bounds.size()) {
            return "over " + bounds.get(i - 1);
        }
        int from = i == 0 ? 0 : bounds.get(i - 1) + 1;
        return from + "\u2013" + bounds.get(i);
    }
}
