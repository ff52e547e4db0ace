package bizops.report.page;

import bizops.report.cube.KeyOrder.Labelled;
import bizops.report.source.Filter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A filter that a page offers. Immutable.
 *
 * @param values in the order shown
 * @param initial the key that is chosen first; null where any number can be
 */
record FilterView(
        Filter filter, List<Labelled> values, @Nullable String initial) {
    /** What is chosen first, in words. */
    String words() {
        return filter.isMany()
                ? "all"
                : values.stream()
                        .filter(value -> initial != null && initial.equals(value.key()))
                        .map(Labelled::label)
                        .findFirst()
                        .orElse("Unknown");
    }
}
