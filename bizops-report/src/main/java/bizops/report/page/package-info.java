/** Cubes and files to pages: the data for the script, the default view as HTML, the inlined assets. */
@NullMarked
package bizops.report.page;

import org.jspecify.annotations.NullMarked;
