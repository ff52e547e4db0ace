/** Marts to an additive cube: sums per model, basis, campaign and month, and counts where sums would not do. */
@NullMarked
package bizops.report.cube;

import org.jspecify.annotations.NullMarked;
