/** Cubes and measures: read, their formulas resolved, and looked up by name. */
@NullMarked
package bizops.report.catalog;

import org.jspecify.annotations.NullMarked;
