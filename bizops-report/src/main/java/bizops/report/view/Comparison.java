package bizops.report.view;

import org.jspecify.annotations.Nullable;

/**
 * A figure beside what it was and what it should be. Immutable.
 *
 * @param change a gap where there is no period before, or nothing to compare with
 * @param before the figure of the period before; null where there is no such period
 * @param better whether the change is for the better; null where that is not said, or nothing changed
 * @param target null where there is none
 * @param reached the figure in percent of its target
 */
public record Comparison(
        Cell change,
        @Nullable Cell before,
        @Nullable Boolean better,
        @Nullable Cell target,
        @Nullable Cell reached) {}
