package bizops.report.page;

import org.jspecify.annotations.Nullable;

/**
 * A headline figure of the default selection. Immutable.
 *
 * @param unit what stands behind the number: the currency, or {@code days}
 * @param remark what the number lacks; null when nothing
 */
record TileView(
        Measure measure, Cell cell, String unit, @Nullable String remark) {}
