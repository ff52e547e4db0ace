package bizops.sandbox.salesforce.soql;

import bizops.sandbox.salesforce.data.Series;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.RandomAccess;

/**
 * The ids of stored and computed rows in one order; those of computed rows are made when asked for. What it keeps is the
 * stored ids, and where the computed rows that match stand.
 */
final class MergedIds extends AbstractList<String> implements RandomAccess {
    private final List<String> stored;
    /** Where the stored ids stand among all. */
    private final int[] places;

    private final Series series;
    private final Runs matches;
    private final boolean descending;

    /**
     * @param rows the stored rows that match, in the order
     * @param descending whether the order is that of falling indexes
     */
    MergedIds(
            List<Map<String, Object>> rows,
            Series series,
            Runs matches,
            Comparator<Map<String, Object>> order,
            boolean descending) {
        this.stored = rows.stream().map(Statement::id).toList();
        this.series = series;
        this.matches = matches;
        this.descending = descending;
        this.places = new int[rows.size()];
        for (int i = 0; i < places.length; i++) {
            places[i] = i + computedBefore(rows.get(i), order);
        }
    }

    @Override
    public String get(int place) {
        int found = Arrays.binarySearch(places, place);
        return found >= 0 ? stored.get(found) : series.id(computed(place - (-found - 1)));
    }

    @Override
    public int size() {
        return stored.size() + matches.count();
    }

    private int computed(int number) {
        return matches.at(descending ? matches.count() - 1 - number : number);
    }

    private int computedBefore(Map<String, Object> row, Comparator<Map<String, Object>> order) {
        int low = 0;
        int high = matches.count();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (order.compare(series.values(computed(middle)), row) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
