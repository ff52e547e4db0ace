/** Tiles for the tests of other packages. */
@NullMarked
package bizops.report.source;

import org.jspecify.annotations.NullMarked;
