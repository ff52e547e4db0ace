/** Formulas of measures over the sums of cubes. */
@NullMarked
package bizops.report.formula;

import org.jspecify.annotations.NullMarked;
