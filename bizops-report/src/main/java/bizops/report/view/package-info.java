/** Tiles computed out of cubes, exactly: the figures that a page shows before anyone chooses. */
@NullMarked
package bizops.report.view;

import org.jspecify.annotations.NullMarked;
